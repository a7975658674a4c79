-- All moments are milliseconds since 1970-01-01 UTC. Ids of contestants are 16 bytes, big-endian.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Small tables, read whole into memory ---------------------------------------------------------------------------

CREATE TABLE contest (
  number  INTEGER PRIMARY KEY,
  slug    TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE contest_version (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  version    INTEGER NOT NULL,
  definition TEXT NOT NULL,            -- contest.yaml
  created    INTEGER NOT NULL,
  PRIMARY KEY (contest, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  contest   INTEGER NOT NULL REFERENCES contest (number),
  number    INTEGER NOT NULL,          -- never given to another unit
  code      TEXT NOT NULL,
  parent    TEXT,
  kind      TEXT NOT NULL,
  name_vi   TEXT NOT NULL,
  name_en   TEXT,
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  PRIMARY KEY (contest, number),
  UNIQUE (contest, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_set (
  contest         INTEGER NOT NULL REFERENCES contest (number),
  round           INTEGER NOT NULL,
  version         INTEGER NOT NULL,
  contest_version INTEGER NOT NULL,    -- whose blueprint and paper rules it was sealed with
  questions       TEXT NOT NULL,       -- a question file
  hash            BLOB NOT NULL,       -- SHA-256 of the sealed set
  sealed          INTEGER NOT NULL,
  PRIMARY KEY (contest, round, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest_file (
  contest INTEGER NOT NULL REFERENCES contest (number),
  path    TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (contest, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_result (
  contest  INTEGER NOT NULL REFERENCES contest (number),
  round    INTEGER NOT NULL,
  truth    INTEGER,                    -- what the prediction was about, counted
  people   INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  computed INTEGER NOT NULL,
  PRIMARY KEY (contest, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE award (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  round      INTEGER NOT NULL,
  prize      INTEGER NOT NULL,         -- index among the prizes of a round, from 0
  place      INTEGER NOT NULL,
  contestant BLOB NOT NULL,
  PRIMARY KEY (contest, round, place)
) STRICT, WITHOUT ROWID;

-- The hot tables, keyed by the contestant first -------------------------------------------------------------------

CREATE TABLE contestant (
  id         BLOB PRIMARY KEY CHECK (length(id) = 16),
  contest    INTEGER NOT NULL,
  unit       INTEGER NOT NULL,
  name       TEXT NOT NULL,
  private    BLOB NOT NULL,            -- the other fields, AES-GCM
  code_hash  BLOB NOT NULL,            -- keyed hash of the personal code
  entrance   TEXT,
  consented  INTEGER NOT NULL,
  registered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  contestant          BLOB NOT NULL,
  round               INTEGER NOT NULL,
  ordinal             INTEGER NOT NULL,
  contest             INTEGER NOT NULL,
  unit                INTEGER NOT NULL,
  set_version         INTEGER NOT NULL,
  state               INTEGER NOT NULL, -- 0 in progress, 1 submitted, 2 expired, 3 voided
  started             INTEGER NOT NULL,
  deadline            INTEGER NOT NULL,
  answers             BLOB NOT NULL,    -- three bytes a question
  prediction          INTEGER,
  prediction_sequence INTEGER NOT NULL,
  submitted           INTEGER,
  score               INTEGER,          -- hundredths of a point
  correct             INTEGER,
  PRIMARY KEY (contestant, round, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_in_progress ON attempt (deadline) WHERE state = 0;

CREATE TABLE standing (
  contestant BLOB NOT NULL,
  round      INTEGER NOT NULL,          -- 0: the contest
  contest    INTEGER NOT NULL,
  unit       INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  attempts   INTEGER NOT NULL,
  perfect    INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  score      INTEGER NOT NULL,
  correct    INTEGER NOT NULL,
  time       INTEGER NOT NULL,
  submitted  INTEGER NOT NULL,
  prediction INTEGER,
  rank_key   BLOB NOT NULL,             -- the chain as bytes; the least is first
  PRIMARY KEY (contestant, round)
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_rank ON standing (contest, round, rank_key);

CREATE TABLE tally (
  contest          INTEGER NOT NULL,
  round            INTEGER NOT NULL,    -- 0: the contest
  unit             INTEGER NOT NULL,
  slot             INTEGER NOT NULL,    -- of the node that counted; slots are summed
  people           INTEGER NOT NULL,
  attempts         INTEGER NOT NULL,
  perfect_people   INTEGER NOT NULL,
  perfect_attempts INTEGER NOT NULL,
  score            INTEGER NOT NULL,
  PRIMARY KEY (contest, round, unit, slot)
) STRICT, WITHOUT ROWID;
