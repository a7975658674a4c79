-- Divisions, written answers, marks given by people, and the moment a standing's attempt was started.

ALTER TABLE contest_version ADD COLUMN reason text;  -- why organisers changed a running contest; null where nobody had to say

ALTER TABLE question_set ADD COLUMN division smallint NOT NULL DEFAULT 0;  -- whose new attempts draw from it

ALTER TABLE contestant ADD COLUMN division smallint NOT NULL DEFAULT 0;    -- index in contest.yaml, from 0

ALTER TABLE attempt ADD COLUMN written bytea;        -- numbers and texts; null where none was given

ALTER TABLE standing ADD COLUMN division smallint NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN started bigint NOT NULL DEFAULT 0;
UPDATE standing s SET started = a.started
  FROM attempt a WHERE a.contestant = s.contestant AND a.round = s.round AND a.ordinal = s.ordinal;
UPDATE standing s SET started = r.started
  FROM (SELECT contestant, max(started) AS started FROM standing WHERE round > 0 GROUP BY contestant) r
  WHERE s.round = 0 AND s.contestant = r.contestant;

DROP INDEX standing_rank;
CREATE INDEX standing_rank ON standing (contest, round, division, rank_key);

ALTER TABLE tally ADD COLUMN division smallint NOT NULL DEFAULT 0;
ALTER TABLE tally DROP CONSTRAINT tally_pkey;
ALTER TABLE tally ADD PRIMARY KEY (contest, round, division, unit, slot);

CREATE TABLE mark (
  contestant uuid NOT NULL,
  round      smallint NOT NULL,
  ordinal    smallint NOT NULL,
  position   smallint NOT NULL,      -- in the paper, from 0
  contest    smallint NOT NULL,
  points     integer NOT NULL CHECK (points >= 0),  -- hundredths
  marker     text NOT NULL,          -- who marked it
  marked     bigint NOT NULL,
  PRIMARY KEY (contestant, round, ordinal, position)
);

-- How many people have how many right answers: written with the standings, for a million of them take seconds to count.
CREATE TABLE spread (
  contest  smallint NOT NULL,
  round    smallint NOT NULL,            -- 0: the contest
  division smallint NOT NULL DEFAULT 0,
  correct  integer NOT NULL,
  slot     smallint NOT NULL,            -- of the node that counted; slots are summed
  people   bigint NOT NULL,
  PRIMARY KEY (contest, round, division, correct, slot)
);

INSERT INTO spread (contest, round, correct, slot, people)
  SELECT contest, round, correct, 0, count(*) FROM standing GROUP BY contest, round, correct;
