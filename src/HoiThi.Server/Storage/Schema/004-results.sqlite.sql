-- Results of rounds and of the contest (round 0): final orders, prizes with their reasons, collective awards.

-- A scan of this index alone gives what closing a round needs, and the best of each unit.
DROP INDEX standing_rank;
CREATE INDEX standing_rank ON standing (contest, round, division, rank_key, prediction, unit, score);

-- Results are computed anew from the submissions when the server starts.
DROP TABLE round_result;
CREATE TABLE round_result (
  contest         INTEGER NOT NULL REFERENCES contest (number),
  round           INTEGER NOT NULL,
  division        INTEGER NOT NULL,
  truth           INTEGER,                -- what the prediction was about, counted
  people          INTEGER NOT NULL,
  attempts        INTEGER NOT NULL,
  spread          TEXT NOT NULL,         -- people by right answers, as in 20:310,19:85
  contest_version INTEGER NOT NULL,      -- the rules it was computed by
  computed        INTEGER NOT NULL,
  PRIMARY KEY (contest, round, division)
) STRICT, WITHOUT ROWID;

-- Ids in the order of the final ranking, 1,000 a page. A board is a division's index, or below 0 one that several
-- divisions share for prizes.
CREATE TABLE final_order (
  contest     INTEGER NOT NULL,
  round       INTEGER NOT NULL,
  board       INTEGER NOT NULL,
  page        INTEGER NOT NULL,          -- from 0
  contestants BLOB NOT NULL,            -- 16 bytes each
  PRIMARY KEY (contest, round, board, page)
) STRICT;

-- The same the other way round: ids in their own order, with their places.
CREATE TABLE final_place (
  contest     INTEGER NOT NULL,
  round       INTEGER NOT NULL,
  division    INTEGER NOT NULL,
  first       BLOB NOT NULL,             -- the first id of the page
  contestants BLOB NOT NULL,            -- 16 bytes each
  places      BLOB NOT NULL,            -- 4 bytes each, big-endian
  PRIMARY KEY (contest, round, division, first)
) STRICT;

DROP TABLE award;
CREATE TABLE award (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  round      INTEGER NOT NULL,          -- 0: prizes of the contest
  contestant BLOB NOT NULL,
  field      INTEGER NOT NULL,          -- which list of the round, from 0
  prize      INTEGER NOT NULL,          -- index in the list, from 0
  place      INTEGER NOT NULL,
  amount     INTEGER,                     -- in đồng, a part of a pot too; null where the rules name none
  PRIMARY KEY (contest, round, contestant)
) STRICT, WITHOUT ROWID;
CREATE INDEX award_order ON award (contest, round, field, prize, place);

CREATE TABLE passed_over (
  contest    INTEGER NOT NULL,
  round      INTEGER NOT NULL,
  contestant BLOB NOT NULL,
  reason     INTEGER NOT NULL,
  field      INTEGER NOT NULL,
  prize      INTEGER NOT NULL,          -- the first that passed by
  place      INTEGER NOT NULL,
  PRIMARY KEY (contest, round, contestant, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE substitute (
  contest    INTEGER NOT NULL,
  round      INTEGER NOT NULL,
  field      INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,          -- 1 is the next in line
  place      INTEGER NOT NULL,
  contestant BLOB NOT NULL,
  PRIMARY KEY (contest, round, field, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE fallen_out (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  contestant BLOB NOT NULL,
  reason     TEXT NOT NULL,
  recorded   INTEGER NOT NULL,
  PRIMARY KEY (contest, contestant)
) STRICT, WITHOUT ROWID;

CREATE TABLE publicity (
  contest  INTEGER NOT NULL REFERENCES contest (number),
  line     INTEGER NOT NULL,             -- of the file, from 1
  unit     INTEGER NOT NULL,
  points   INTEGER NOT NULL,             -- hundredths
  reason   TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  PRIMARY KEY (contest, line)
) STRICT, WITHOUT ROWID;

-- What collective awards were computed from, so that anybody can do it again.
CREATE TABLE unit_figures (
  contest          INTEGER NOT NULL REFERENCES contest (number),
  unit             INTEGER NOT NULL,
  people           INTEGER NOT NULL,
  attempts         INTEGER NOT NULL,
  perfect_people   INTEGER NOT NULL,
  perfect_attempts INTEGER NOT NULL,
  score            INTEGER NOT NULL,
  compulsory       INTEGER NOT NULL,     -- people on compulsory lists who took part
  compulsory_of    INTEGER NOT NULL,     -- out of how many
  prizes           TEXT NOT NULL,        -- how many first prizes, second, …: 1,0,3
  publicity        INTEGER NOT NULL,      -- hundredths
  best_scores      TEXT NOT NULL,        -- hundredths, best first
  PRIMARY KEY (contest, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest_seed (
  contest INTEGER PRIMARY KEY REFERENCES contest (number),
  seed    BLOB NOT NULL                 -- AES-GCM
) STRICT, WITHOUT ROWID;

-- Boards that stop before the end: what they showed when they stopped.
CREATE TABLE frozen_board (
  contest  INTEGER NOT NULL,
  round    INTEGER NOT NULL,
  division INTEGER NOT NULL,
  taken    INTEGER NOT NULL,
  people   INTEGER NOT NULL,
  spread   TEXT NOT NULL,
  PRIMARY KEY (contest, round, division)
) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_place (
  contest    INTEGER NOT NULL,
  round      INTEGER NOT NULL,
  division   INTEGER NOT NULL,
  place      INTEGER NOT NULL,
  contestant BLOB NOT NULL,
  unit       INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  attempts   INTEGER NOT NULL,
  perfect    INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  score      INTEGER NOT NULL,
  correct    INTEGER NOT NULL,
  time       INTEGER NOT NULL,
  submitted  INTEGER NOT NULL,
  started    INTEGER NOT NULL,
  PRIMARY KEY (contest, round, division, place)
) STRICT, WITHOUT ROWID;

-- Counts that are published once a day: the tallies of that moment, divisions and nodes together.
CREATE TABLE daily_count (
  contest          INTEGER NOT NULL,
  round            INTEGER NOT NULL,
  unit             INTEGER NOT NULL,
  people           INTEGER NOT NULL,
  attempts         INTEGER NOT NULL,
  perfect_people   INTEGER NOT NULL,
  perfect_attempts INTEGER NOT NULL,
  score            INTEGER NOT NULL,
  PRIMARY KEY (contest, round, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE daily_count_taken (
  contest INTEGER PRIMARY KEY,
  taken   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
