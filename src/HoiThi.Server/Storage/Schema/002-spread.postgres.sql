-- How many people have how many right answers: written with the standings, for a million of them take seconds to count.
CREATE TABLE spread (
  contest smallint NOT NULL,
  round   smallint NOT NULL,             -- 0: the contest
  correct integer NOT NULL,
  slot    smallint NOT NULL,             -- of the node that counted; slots are summed
  people  bigint NOT NULL,
  PRIMARY KEY (contest, round, correct, slot)
);

INSERT INTO spread (contest, round, correct, slot, people)
SELECT contest, round, correct, 0, count(*) FROM standing GROUP BY contest, round, correct;
