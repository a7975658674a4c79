-- How many people have how many right answers: written with the standings, for a million of them take seconds to count.
CREATE TABLE spread (
  contest INTEGER NOT NULL,
  round   INTEGER NOT NULL,            -- 0: the contest
  correct INTEGER NOT NULL,
  slot    INTEGER NOT NULL,            -- of the node that counted; slots are summed
  people  INTEGER NOT NULL,
  PRIMARY KEY (contest, round, correct, slot)
) STRICT, WITHOUT ROWID;

INSERT INTO spread (contest, round, correct, slot, people)
SELECT contest, round, correct, 0, count(*) FROM standing GROUP BY contest, round, correct;
