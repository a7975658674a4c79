-- Keys that were corrected after their set was sealed, and how far the attempts are marked anew.

CREATE TABLE key_correction (
  contest  INTEGER NOT NULL REFERENCES contest (number),
  round    INTEGER NOT NULL,
  version  INTEGER NOT NULL,               -- in one series with those of question_set
  corrects INTEGER NOT NULL,               -- the version of the set it corrects
  rulings  TEXT NOT NULL,                  -- JSON: all that hold from then on
  hash     BLOB NOT NULL,                  -- SHA-256 of the corrected set
  reason   TEXT NOT NULL,
  moment   INTEGER NOT NULL,
  line     INTEGER NOT NULL,               -- of the audit log: who proposed it, who approved it
  PRIMARY KEY (contest, round, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER key_correction_no_update BEFORE UPDATE ON key_correction BEGIN SELECT RAISE(ABORT, 'corrections of keys are append-only'); END;

-- One walk a round, begun anew by each correction.
CREATE TABLE remarking (
  contest  INTEGER NOT NULL REFERENCES contest (number),
  round    INTEGER NOT NULL,
  version  INTEGER NOT NULL,               -- of the last correction: nobody marks by an older one any more
  reached  BLOB,                           -- the last contestant who is marked anew; they are walked in the order of their ids
  people   INTEGER NOT NULL,               -- how many are
  worker   TEXT,                           -- the node that is at it
  seen     INTEGER NOT NULL,               -- when it last said so
  walked   INTEGER,                        -- when the last was marked anew
  finished INTEGER,                        -- when all that was closed was closed again
  PRIMARY KEY (contest, round)
) STRICT, WITHOUT ROWID;
