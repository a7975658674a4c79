-- Extra time, registrations of one person made one, results that organisers publish, and files that take a while to make.

ALTER TABLE contestant ADD COLUMN extra_percent INTEGER NOT NULL DEFAULT 0;  -- longer by so much of a paper's time
ALTER TABLE contestant ADD COLUMN extra_minutes INTEGER NOT NULL DEFAULT 0;  -- and by so many minutes

-- Which attempt it was before its contestant became one with another: its paper is drawn, its receipt made from that.
ALTER TABLE attempt ADD COLUMN origin BLOB;  -- its id then; null for all others

-- Deadlines that were moved, so that open papers ask again.
CREATE TABLE deadline_move (
  id      TEXT PRIMARY KEY,
  contest INTEGER NOT NULL,
  round   INTEGER NOT NULL,
  moment  INTEGER NOT NULL,
  attempt TEXT                          -- null: of all that are open
) STRICT;
CREATE INDEX deadline_move_moment ON deadline_move (moment);

-- Registrations that are no more: what was done on them is another's now.
CREATE TABLE contestant_merge (
  gone    BLOB NOT NULL,
  moment  INTEGER NOT NULL,
  kept    BLOB NOT NULL,
  contest INTEGER NOT NULL,
  name    TEXT NOT NULL,               -- of the one that is gone
  private BLOB NOT NULL,               -- its data, AES-GCM under its own id
  reason  TEXT NOT NULL,
  PRIMARY KEY (gone, moment)
) STRICT, WITHOUT ROWID;
CREATE INDEX contestant_merge_kept ON contestant_merge (kept);

CREATE TABLE published_result (
  contest   INTEGER NOT NULL,
  round     INTEGER NOT NULL,          -- 0: the contest
  published INTEGER NOT NULL,
  PRIMARY KEY (contest, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE export (
  id       TEXT PRIMARY KEY,
  person   TEXT NOT NULL REFERENCES person (id),
  contest  INTEGER NOT NULL,           -- 0: the site
  name     TEXT NOT NULL,              -- of the file
  total    INTEGER NOT NULL,           -- rows
  written  INTEGER NOT NULL,
  state    TEXT NOT NULL,              -- running, done, failed
  created  INTEGER NOT NULL,
  seen     INTEGER NOT NULL            -- when the node that makes it last said so
) STRICT;

CREATE TABLE export_part (
  export  TEXT NOT NULL REFERENCES export (id),
  part    INTEGER NOT NULL,            -- from 0
  content BLOB NOT NULL,
  PRIMARY KEY (export, part)
) STRICT, WITHOUT ROWID;

-- The last hours by the minute, for those who watch: what was handed in and open, and what went wrong on which node.
CREATE TABLE round_minute (
  contest  INTEGER NOT NULL,
  round    INTEGER NOT NULL,
  minute   INTEGER NOT NULL,           -- minutes since 1970
  attempts INTEGER NOT NULL,           -- finished by then
  open     INTEGER NOT NULL,           -- in progress
  PRIMARY KEY (contest, round, minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE node_minute (
  minute INTEGER NOT NULL,
  node   TEXT NOT NULL,
  errors INTEGER NOT NULL,             -- requests that failed
  busy   INTEGER NOT NULL,             -- requests that were told to come again
  PRIMARY KEY (minute, node)
) STRICT, WITHOUT ROWID;
