-- Divisions, written answers, marks given by people, and the moment a standing's attempt was started.

ALTER TABLE contest_version ADD COLUMN reason TEXT;  -- why organisers changed a running contest; null where nobody had to say

ALTER TABLE question_set ADD COLUMN division INTEGER NOT NULL DEFAULT 0;  -- whose new attempts draw from it

ALTER TABLE contestant ADD COLUMN division INTEGER NOT NULL DEFAULT 0;    -- index in contest.yaml, from 0

ALTER TABLE attempt ADD COLUMN written BLOB;         -- numbers and texts; null where none was given

ALTER TABLE standing ADD COLUMN division INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN started INTEGER NOT NULL DEFAULT 0;
UPDATE standing SET started = a.started
  FROM attempt a WHERE a.contestant = standing.contestant AND a.round = standing.round AND a.ordinal = standing.ordinal;
UPDATE standing SET started = r.started
  FROM (SELECT contestant, max(started) AS started FROM standing WHERE round > 0 GROUP BY contestant) r
  WHERE standing.round = 0 AND standing.contestant = r.contestant;

DROP INDEX standing_rank;
CREATE INDEX standing_rank ON standing (contest, round, division, rank_key);

-- SQLite cannot change a primary key: the table is made anew.
CREATE TABLE tally_2 (
  contest          INTEGER NOT NULL,
  round            INTEGER NOT NULL,    -- 0: the contest
  division         INTEGER NOT NULL DEFAULT 0,
  unit             INTEGER NOT NULL,
  slot             INTEGER NOT NULL,    -- of the node that counted; slots are summed
  people           INTEGER NOT NULL,
  attempts         INTEGER NOT NULL,
  perfect_people   INTEGER NOT NULL,
  perfect_attempts INTEGER NOT NULL,
  score            INTEGER NOT NULL,
  PRIMARY KEY (contest, round, division, unit, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_2 (contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score)
  SELECT contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score FROM tally;
DROP TABLE tally;
ALTER TABLE tally_2 RENAME TO tally;

CREATE TABLE mark (
  contestant BLOB NOT NULL,
  round      INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  position   INTEGER NOT NULL,       -- in the paper, from 0
  contest    INTEGER NOT NULL,
  points     INTEGER NOT NULL CHECK (points >= 0),  -- hundredths
  marker     TEXT NOT NULL,          -- who marked it
  marked     INTEGER NOT NULL,
  PRIMARY KEY (contestant, round, ordinal, position)
) STRICT, WITHOUT ROWID;

-- How many people have how many right answers: written with the standings, for a million of them take seconds to count.
CREATE TABLE spread (
  contest  INTEGER NOT NULL,
  round    INTEGER NOT NULL,            -- 0: the contest
  division INTEGER NOT NULL DEFAULT 0,
  correct  INTEGER NOT NULL,
  slot     INTEGER NOT NULL,            -- of the node that counted; slots are summed
  people   INTEGER NOT NULL,
  PRIMARY KEY (contest, round, division, correct, slot)
) STRICT, WITHOUT ROWID;

INSERT INTO spread (contest, round, correct, slot, people)
  SELECT contest, round, correct, 0, count(*) FROM standing GROUP BY contest, round, correct;
