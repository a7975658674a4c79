-- Prizes among winners: one contestant can have two of a list. Prizes of a jury. People registered, for collective awards.

CREATE TABLE award_2 (
  contest    INTEGER NOT NULL REFERENCES contest (number),
  round      INTEGER NOT NULL,          -- 0: prizes of the contest; -k: of stage k
  contestant BLOB NOT NULL,
  field      INTEGER NOT NULL,          -- which list of the round, from 0
  prize      INTEGER NOT NULL,          -- index in the list, from 0
  place      INTEGER NOT NULL,
  amount     INTEGER,                   -- in đồng, a part of a pot too; null where the rules name none
  PRIMARY KEY (contest, round, contestant, field, prize)
) STRICT, WITHOUT ROWID;
INSERT INTO award_2 SELECT contest, round, contestant, field, prize, place, amount FROM award;
DROP TABLE award;
ALTER TABLE award_2 RENAME TO award;
CREATE INDEX award_order ON award (contest, round, field, prize, place);

ALTER TABLE unit_figures ADD COLUMN registered INTEGER NOT NULL DEFAULT 0;

CREATE TABLE jury_winner (
  contest  INTEGER NOT NULL REFERENCES contest (number),
  line     INTEGER NOT NULL,            -- of the file, from 1
  award    TEXT NOT NULL,               -- the code in the definition
  round    INTEGER NOT NULL,            -- 0: of the contest
  prize    INTEGER NOT NULL,            -- index in the award, from 0
  name     TEXT NOT NULL,
  unit     INTEGER,
  work     TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  PRIMARY KEY (contest, line)
) STRICT, WITHOUT ROWID;
