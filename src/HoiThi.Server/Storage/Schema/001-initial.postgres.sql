-- All moments are milliseconds since 1970-01-01 UTC.

CREATE TABLE setting (
  name  text PRIMARY KEY,
  value text NOT NULL
);

-- Small tables, read whole into memory ---------------------------------------------------------------------------

CREATE TABLE contest (
  number  smallint PRIMARY KEY,
  slug    text NOT NULL UNIQUE,
  version integer NOT NULL
);

CREATE TABLE contest_version (
  contest    smallint NOT NULL REFERENCES contest (number),
  version    integer NOT NULL,
  definition text NOT NULL,            -- contest.yaml
  created    bigint NOT NULL,
  PRIMARY KEY (contest, version)
);

CREATE TABLE unit (
  contest   smallint NOT NULL REFERENCES contest (number),
  number    integer NOT NULL,          -- never given to another unit
  code      text NOT NULL,
  parent    text,
  kind      text NOT NULL,
  name_vi   text NOT NULL,
  name_en   text,
  headcount integer NOT NULL CHECK (headcount >= 0),
  PRIMARY KEY (contest, number),
  UNIQUE (contest, code)
);

CREATE TABLE question_set (
  contest         smallint NOT NULL REFERENCES contest (number),
  round           smallint NOT NULL,
  version         integer NOT NULL,
  contest_version integer NOT NULL,    -- whose blueprint and paper rules it was sealed with
  questions       text NOT NULL,       -- a question file
  hash            bytea NOT NULL,       -- SHA-256 of the sealed set
  sealed          bigint NOT NULL,
  PRIMARY KEY (contest, round, version)
);

CREATE TABLE contest_file (
  contest smallint NOT NULL REFERENCES contest (number),
  path    text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (contest, path)
);

CREATE TABLE round_result (
  contest  smallint NOT NULL REFERENCES contest (number),
  round    smallint NOT NULL,
  truth    bigint,                    -- what the prediction was about, counted
  people   bigint NOT NULL,
  attempts bigint NOT NULL,
  computed bigint NOT NULL,
  PRIMARY KEY (contest, round)
);

CREATE TABLE award (
  contest    smallint NOT NULL REFERENCES contest (number),
  round      smallint NOT NULL,
  prize      smallint NOT NULL,         -- index among the prizes of a round, from 0
  place      integer NOT NULL,
  contestant uuid NOT NULL,
  PRIMARY KEY (contest, round, place)
);

-- The hot tables, keyed by the contestant first -------------------------------------------------------------------

CREATE TABLE contestant (
  id         uuid PRIMARY KEY,
  contest    smallint NOT NULL,
  unit       integer NOT NULL,
  name       text NOT NULL,
  private    bytea NOT NULL,            -- the other fields, AES-GCM
  code_hash  bytea NOT NULL,            -- keyed hash of the personal code
  entrance   text,
  consented  bigint NOT NULL,
  registered bigint NOT NULL
);

CREATE TABLE attempt (
  contestant          uuid NOT NULL,
  round               smallint NOT NULL,
  ordinal             smallint NOT NULL,
  contest             smallint NOT NULL,
  unit                integer NOT NULL,
  set_version         integer NOT NULL,
  state               smallint NOT NULL, -- 0 in progress, 1 submitted, 2 expired, 3 voided
  started             bigint NOT NULL,
  deadline            bigint NOT NULL,
  answers             bytea NOT NULL,    -- three bytes a question
  prediction          bigint,
  prediction_sequence integer NOT NULL,
  submitted           bigint,
  score               integer,          -- hundredths of a point
  correct             integer,
  PRIMARY KEY (contestant, round, ordinal)
) WITH (fillfactor = 80);               -- room beside each row, so that a save stays on its page (HOT)

CREATE INDEX attempt_in_progress ON attempt (deadline) WHERE state = 0;

CREATE TABLE standing (
  contestant uuid NOT NULL,
  round      smallint NOT NULL,          -- 0: the contest
  contest    smallint NOT NULL,
  unit       integer NOT NULL,
  registered bigint NOT NULL,
  attempts   integer NOT NULL,
  perfect    integer NOT NULL,
  ordinal    smallint NOT NULL,
  score      integer NOT NULL,
  correct    integer NOT NULL,
  time       bigint NOT NULL,
  submitted  bigint NOT NULL,
  prediction bigint,
  rank_key   bytea NOT NULL,             -- the chain as bytes; the least is first
  PRIMARY KEY (contestant, round)
);

CREATE INDEX standing_rank ON standing (contest, round, rank_key);

CREATE TABLE tally (
  contest          smallint NOT NULL,
  round            smallint NOT NULL,    -- 0: the contest
  unit             integer NOT NULL,
  slot             smallint NOT NULL,    -- of the node that counted; slots are summed
  people           bigint NOT NULL,
  attempts         bigint NOT NULL,
  perfect_people   bigint NOT NULL,
  perfect_attempts bigint NOT NULL,
  score            bigint NOT NULL,
  PRIMARY KEY (contest, round, unit, slot)
);
