-- The organisers' console: people, what they may do, and what they did.

CREATE TABLE person (
  id                     TEXT PRIMARY KEY,
  name                   TEXT NOT NULL,
  user_name              TEXT NOT NULL,
  normalized_user_name   TEXT NOT NULL UNIQUE,
  email                  TEXT NOT NULL,
  normalized_email       TEXT NOT NULL,
  email_confirmed        INTEGER NOT NULL,
  password_hash          TEXT,
  security_stamp         TEXT,
  concurrency_stamp      TEXT,
  phone_number           TEXT,
  phone_number_confirmed INTEGER NOT NULL,
  two_factor_enabled     INTEGER NOT NULL,
  lockout_end            INTEGER,
  lockout_enabled        INTEGER NOT NULL,
  access_failed_count    INTEGER NOT NULL,
  created                INTEGER NOT NULL,
  disabled               INTEGER            -- since when this person cannot sign in
) STRICT;

CREATE TABLE person_claim (
  id          INTEGER PRIMARY KEY,
  user_id     TEXT NOT NULL REFERENCES person (id),
  claim_type  TEXT,
  claim_value TEXT
) STRICT;

CREATE TABLE person_login (
  login_provider        TEXT NOT NULL,
  provider_key          TEXT NOT NULL,
  provider_display_name TEXT,
  user_id               TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (login_provider, provider_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_token (               -- secrets of the second factor, encrypted; recovery codes, hashed
  user_id        TEXT NOT NULL REFERENCES person (id),
  login_provider TEXT NOT NULL,
  name           TEXT NOT NULL,
  value          TEXT,
  PRIMARY KEY (user_id, login_provider, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_passkey (
  credential_id BLOB PRIMARY KEY,
  user_id       TEXT NOT NULL REFERENCES person (id),
  data          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE console_session (
  id       TEXT PRIMARY KEY,
  person   TEXT NOT NULL REFERENCES person (id),
  complete INTEGER NOT NULL,               -- 0: the second factor is still to be set up
  created  INTEGER NOT NULL,
  seen     INTEGER NOT NULL,
  address  TEXT NOT NULL,
  device   TEXT NOT NULL,
  revoked  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX console_session_person ON console_session (person);

CREATE TABLE role_grant (
  person     TEXT NOT NULL REFERENCES person (id),
  contest    INTEGER NOT NULL,             -- 0: the site
  role       TEXT NOT NULL,
  unit       INTEGER NOT NULL,             -- of a coordinator, else 0
  granted    INTEGER NOT NULL,
  granted_by TEXT,
  PRIMARY KEY (person, contest, role, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  token_hash BLOB PRIMARY KEY,             -- SHA-256 of what stands in the link
  email      TEXT NOT NULL,
  name       TEXT NOT NULL,
  contest    INTEGER NOT NULL,
  role       TEXT,                         -- null: a new password and a new second factor for somebody known
  unit       INTEGER NOT NULL,
  invited_by TEXT,
  created    INTEGER NOT NULL,
  expires    INTEGER NOT NULL,
  used       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE protection_key (
  name TEXT PRIMARY KEY,
  xml  TEXT NOT NULL                       -- encrypted with the installation's key
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  number  INTEGER PRIMARY KEY,             -- from 1 without a gap
  moment  INTEGER NOT NULL,
  person  TEXT,                            -- null: the command line or the clock
  who     TEXT NOT NULL,
  address TEXT NOT NULL,
  contest INTEGER NOT NULL,                -- 0: the site
  act     TEXT NOT NULL,
  subject TEXT NOT NULL,
  before  TEXT,
  after   TEXT,
  reason  TEXT,
  hash    BLOB NOT NULL                    -- SHA-256 of the hash before and this line
) STRICT;

CREATE INDEX audit_contest ON audit (contest, number);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE proposal (
  id          TEXT PRIMARY KEY,
  contest     INTEGER NOT NULL,
  act         TEXT NOT NULL,
  subject     TEXT NOT NULL,
  payload     TEXT NOT NULL,
  reason      TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES person (id),
  proposed    INTEGER NOT NULL,
  decided_by  TEXT REFERENCES person (id),
  decided     INTEGER,
  outcome     TEXT,                        -- done, refused, withdrawn; null while open
  CHECK (outcome IS NULL OR outcome <> 'done' OR decided_by <> proposed_by)
) STRICT, WITHOUT ROWID;

CREATE INDEX proposal_contest ON proposal (contest, proposed);

CREATE TABLE two_person_act (
  contest INTEGER NOT NULL,                -- 0: in every contest
  act     TEXT NOT NULL,
  PRIMARY KEY (contest, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE contestant_block (
  contestant BLOB PRIMARY KEY CHECK (length(contestant) = 16),
  contest    INTEGER NOT NULL,
  blocked    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
