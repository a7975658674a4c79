-- Results of rounds and of the contest (round 0): final orders, prizes with their reasons, collective awards.

-- A scan of this index alone gives what closing a round needs, and the best of each unit.
DROP INDEX standing_rank;
CREATE INDEX standing_rank ON standing (contest, round, division, rank_key) INCLUDE (prediction, unit, score);

-- Results are computed anew from the submissions when the server starts.
DROP TABLE round_result;
CREATE TABLE round_result (
  contest         smallint NOT NULL REFERENCES contest (number),
  round           smallint NOT NULL,
  division        smallint NOT NULL,
  truth           bigint,                -- what the prediction was about, counted
  people          bigint NOT NULL,
  attempts        bigint NOT NULL,
  spread          text NOT NULL,         -- people by right answers, as in 20:310,19:85
  contest_version integer NOT NULL,      -- the rules it was computed by
  computed        bigint NOT NULL,
  PRIMARY KEY (contest, round, division)
);

-- Ids in the order of the final ranking, 1,000 a page. A board is a division's index, or below 0 one that several
-- divisions share for prizes.
CREATE TABLE final_order (
  contest     smallint NOT NULL,
  round       smallint NOT NULL,
  board       smallint NOT NULL,
  page        integer NOT NULL,          -- from 0
  contestants bytea NOT NULL,            -- 16 bytes each
  PRIMARY KEY (contest, round, board, page)
);
ALTER TABLE final_order ALTER COLUMN contestants SET STORAGE EXTERNAL;

-- The same the other way round: ids in their own order, with their places.
CREATE TABLE final_place (
  contest     smallint NOT NULL,
  round       smallint NOT NULL,
  division    smallint NOT NULL,
  first       uuid NOT NULL,             -- the first id of the page
  contestants bytea NOT NULL,            -- 16 bytes each
  places      bytea NOT NULL,            -- 4 bytes each, big-endian
  PRIMARY KEY (contest, round, division, first)
);
ALTER TABLE final_place ALTER COLUMN contestants SET STORAGE EXTERNAL;
ALTER TABLE final_place ALTER COLUMN places SET STORAGE EXTERNAL;

DROP TABLE award;
CREATE TABLE award (
  contest    smallint NOT NULL REFERENCES contest (number),
  round      smallint NOT NULL,          -- 0: prizes of the contest
  contestant uuid NOT NULL,
  field      smallint NOT NULL,          -- which list of the round, from 0
  prize      smallint NOT NULL,          -- index in the list, from 0
  place      integer NOT NULL,
  amount     bigint,                     -- in đồng, a part of a pot too; null where the rules name none
  PRIMARY KEY (contest, round, contestant)
);
CREATE INDEX award_order ON award (contest, round, field, prize, place);

CREATE TABLE passed_over (
  contest    smallint NOT NULL,
  round      smallint NOT NULL,
  contestant uuid NOT NULL,
  reason     smallint NOT NULL,
  field      smallint NOT NULL,
  prize      smallint NOT NULL,          -- the first that passed by
  place      integer NOT NULL,
  PRIMARY KEY (contest, round, contestant, reason)
);

CREATE TABLE substitute (
  contest    smallint NOT NULL,
  round      smallint NOT NULL,
  field      smallint NOT NULL,
  ordinal    smallint NOT NULL,          -- 1 is the next in line
  place      integer NOT NULL,
  contestant uuid NOT NULL,
  PRIMARY KEY (contest, round, field, ordinal)
);

CREATE TABLE fallen_out (
  contest    smallint NOT NULL REFERENCES contest (number),
  contestant uuid NOT NULL,
  reason     text NOT NULL,
  recorded   bigint NOT NULL,
  PRIMARY KEY (contest, contestant)
);

CREATE TABLE publicity (
  contest  smallint NOT NULL REFERENCES contest (number),
  line     integer NOT NULL,             -- of the file, from 1
  unit     integer NOT NULL,
  points   integer NOT NULL,             -- hundredths
  reason   text NOT NULL,
  recorded bigint NOT NULL,
  PRIMARY KEY (contest, line)
);

-- What collective awards were computed from, so that anybody can do it again.
CREATE TABLE unit_figures (
  contest          smallint NOT NULL REFERENCES contest (number),
  unit             integer NOT NULL,
  people           bigint NOT NULL,
  attempts         bigint NOT NULL,
  perfect_people   bigint NOT NULL,
  perfect_attempts bigint NOT NULL,
  score            bigint NOT NULL,
  compulsory       integer NOT NULL,     -- people on compulsory lists who took part
  compulsory_of    integer NOT NULL,     -- out of how many
  prizes           text NOT NULL,        -- how many first prizes, second, …: 1,0,3
  publicity        bigint NOT NULL,      -- hundredths
  best_scores      text NOT NULL,        -- hundredths, best first
  PRIMARY KEY (contest, unit)
);

CREATE TABLE contest_seed (
  contest smallint PRIMARY KEY REFERENCES contest (number),
  seed    bytea NOT NULL                 -- AES-GCM
);

-- Boards that stop before the end: what they showed when they stopped.
CREATE TABLE frozen_board (
  contest  smallint NOT NULL,
  round    smallint NOT NULL,
  division smallint NOT NULL,
  taken    bigint NOT NULL,
  people   bigint NOT NULL,
  spread   text NOT NULL,
  PRIMARY KEY (contest, round, division)
);
CREATE TABLE frozen_place (
  contest    smallint NOT NULL,
  round      smallint NOT NULL,
  division   smallint NOT NULL,
  place      integer NOT NULL,
  contestant uuid NOT NULL,
  unit       integer NOT NULL,
  registered bigint NOT NULL,
  attempts   integer NOT NULL,
  perfect    integer NOT NULL,
  ordinal    smallint NOT NULL,
  score      integer NOT NULL,
  correct    integer NOT NULL,
  time       bigint NOT NULL,
  submitted  bigint NOT NULL,
  started    bigint NOT NULL,
  PRIMARY KEY (contest, round, division, place)
);

-- Counts that are published once a day: the tallies of that moment, divisions and nodes together.
CREATE TABLE daily_count (
  contest          smallint NOT NULL,
  round            smallint NOT NULL,
  unit             integer NOT NULL,
  people           bigint NOT NULL,
  attempts         bigint NOT NULL,
  perfect_people   bigint NOT NULL,
  perfect_attempts bigint NOT NULL,
  score            bigint NOT NULL,
  PRIMARY KEY (contest, round, unit)
);
CREATE TABLE daily_count_taken (
  contest smallint PRIMARY KEY,
  taken   bigint NOT NULL
);
