-- Prizes among winners: one contestant can have two of a list. Prizes of a jury. People registered, for collective awards.

ALTER TABLE award DROP CONSTRAINT award_pkey;
ALTER TABLE award ADD PRIMARY KEY (contest, round, contestant, field, prize);

ALTER TABLE unit_figures ADD COLUMN registered bigint NOT NULL DEFAULT 0;

CREATE TABLE jury_winner (
  contest  smallint NOT NULL REFERENCES contest (number),
  line     integer NOT NULL,            -- of the file, from 1
  award    text NOT NULL,               -- the code in the definition
  round    smallint NOT NULL,           -- 0: of the contest
  prize    smallint NOT NULL,           -- index in the award, from 0
  name     text NOT NULL,
  unit     integer,
  work     text NOT NULL,
  recorded bigint NOT NULL,
  PRIMARY KEY (contest, line)
);
