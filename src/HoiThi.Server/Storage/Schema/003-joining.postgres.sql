-- Lists of named people, account data and the links that are sent by e-mail.

CREATE TABLE listed_person (
  contest    smallint NOT NULL REFERENCES contest (number),
  list       text NOT NULL,             -- the list's code
  line       integer NOT NULL,          -- its place in the list, from 1
  contestant uuid NOT NULL,             -- who it would be as a contestant: a keyed hash of the identity
  code_hash  bytea,                     -- keyed hash of the person's own code
  private    bytea NOT NULL,            -- identity, name, unit and code, AES-GCM
  PRIMARY KEY (contest, list, contestant)
);

CREATE TABLE email_link (
  token_hash bytea PRIMARY KEY,         -- SHA-256 of what stands in the link
  contest    smallint NOT NULL,
  contestant uuid NOT NULL,
  address    bytea NOT NULL,            -- keyed hash of the address, to count its letters by
  hour       bigint NOT NULL,           -- hours since 1970
  ordinal    smallint NOT NULL,         -- of the letters to an address in an hour; the limit is this key's
  draft      bytea,                     -- a registration that waits for its confirmation, AES-GCM; null: only signs in
  letter     bytea,                     -- address and text, AES-GCM, until it is sent
  tries      smallint NOT NULL,
  due        bigint NOT NULL,           -- when to try sending next
  expires    bigint NOT NULL,
  used       bigint,
  UNIQUE (address, hour, ordinal)
);

CREATE INDEX email_link_due ON email_link (due) WHERE letter IS NOT NULL;

-- What was done to a contestant's account, never with the data itself.
CREATE TABLE contestant_event (
  contestant uuid NOT NULL,
  ordinal    integer NOT NULL,         -- 1 for the first of a contestant
  moment     bigint NOT NULL,
  kind       text NOT NULL,
  about      text NOT NULL,
  PRIMARY KEY (contestant, ordinal)
);
