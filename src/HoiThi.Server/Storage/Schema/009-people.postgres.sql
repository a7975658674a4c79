-- Extra time, registrations of one person made one, results that organisers publish, and files that take a while to make.

ALTER TABLE contestant ADD COLUMN extra_percent smallint NOT NULL DEFAULT 0;  -- longer by so much of a paper's time
ALTER TABLE contestant ADD COLUMN extra_minutes smallint NOT NULL DEFAULT 0;  -- and by so many minutes

-- Which attempt it was before its contestant became one with another: its paper is drawn, its receipt made from that.
ALTER TABLE attempt ADD COLUMN origin bytea;  -- its id then; null for all others

-- Deadlines that were moved, so that open papers ask again.
CREATE TABLE deadline_move (
  id      uuid PRIMARY KEY,
  contest smallint NOT NULL,
  round   smallint NOT NULL,
  moment  bigint NOT NULL,
  attempt text                          -- null: of all that are open
);
CREATE INDEX deadline_move_moment ON deadline_move (moment);

-- Registrations that are no more: what was done on them is another's now.
CREATE TABLE contestant_merge (
  gone    uuid NOT NULL,
  moment  bigint NOT NULL,
  kept    uuid NOT NULL,
  contest smallint NOT NULL,
  name    text NOT NULL,               -- of the one that is gone
  private bytea NOT NULL,               -- its data, AES-GCM under its own id
  reason  text NOT NULL,
  PRIMARY KEY (gone, moment)
);
CREATE INDEX contestant_merge_kept ON contestant_merge (kept);

CREATE TABLE published_result (
  contest   smallint NOT NULL,
  round     smallint NOT NULL,          -- 0: the contest
  published bigint NOT NULL,
  PRIMARY KEY (contest, round)
);

CREATE TABLE export (
  id       uuid PRIMARY KEY,
  person   uuid NOT NULL REFERENCES person (id),
  contest  smallint NOT NULL,           -- 0: the site
  name     text NOT NULL,              -- of the file
  total    bigint NOT NULL,           -- rows
  written  bigint NOT NULL,
  state    text NOT NULL,              -- running, done, failed
  created  bigint NOT NULL,
  seen     bigint NOT NULL            -- when the node that makes it last said so
);

CREATE TABLE export_part (
  export  uuid NOT NULL REFERENCES export (id),
  part    integer NOT NULL,            -- from 0
  content bytea NOT NULL,
  PRIMARY KEY (export, part)
);

-- The last hours by the minute, for those who watch: what was handed in and open, and what went wrong on which node.
CREATE TABLE round_minute (
  contest  smallint NOT NULL,
  round    smallint NOT NULL,
  minute   bigint NOT NULL,            -- minutes since 1970
  attempts bigint NOT NULL,            -- finished by then
  open     bigint NOT NULL,            -- in progress
  PRIMARY KEY (contest, round, minute)
);

CREATE TABLE node_minute (
  minute bigint NOT NULL,
  node   text NOT NULL,
  errors bigint NOT NULL,              -- requests that failed
  busy   bigint NOT NULL,              -- requests that were told to come again
  PRIMARY KEY (minute, node)
);
