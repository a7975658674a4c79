-- Lists of named people, account data and the links that are sent by e-mail.

CREATE TABLE listed_person (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  list       TEXT NOT NULL,  -- the list's code
  line       INTEGER NOT NULL,  -- its place in the list, from 1
  contestant BLOB NOT NULL,  -- who it would be as a contestant: a keyed hash of the identity
  code_hash  BLOB,  -- keyed hash of the person's own code
  private    BLOB NOT NULL,  -- identity, name, unit and code, AES-GCM
  PRIMARY KEY (contest, list, contestant)
) STRICT, WITHOUT ROWID;

CREATE TABLE email_link (
  token_hash BLOB PRIMARY KEY,  -- SHA-256 of what stands in the link
  contest    INTEGER NOT NULL,
  contestant BLOB NOT NULL,
  address    BLOB NOT NULL,  -- keyed hash of the address, to count its letters by
  hour       INTEGER NOT NULL,  -- hours since 1970
  ordinal    INTEGER NOT NULL,  -- of the letters to an address in an hour; the limit is this key's
  draft      BLOB,  -- a registration that waits for its confirmation, AES-GCM; null: only signs in
  letter     BLOB,  -- address and text, AES-GCM, until it is sent
  tries      INTEGER NOT NULL,
  due        INTEGER NOT NULL,  -- when to try sending next
  expires    INTEGER NOT NULL,
  used       INTEGER,
  UNIQUE (address, hour, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX email_link_due ON email_link (due) WHERE letter IS NOT NULL;

-- What was done to a contestant's account, never with the data itself.
CREATE TABLE contestant_event (
  contestant BLOB NOT NULL,
  ordinal    INTEGER NOT NULL,         -- 1 for the first of a contestant
  moment     INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  about      TEXT NOT NULL,
  PRIMARY KEY (contestant, ordinal)
) STRICT, WITHOUT ROWID;
