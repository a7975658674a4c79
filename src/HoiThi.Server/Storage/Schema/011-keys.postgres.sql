-- Keys that were corrected after their set was sealed, and how far the attempts are marked anew.

CREATE TABLE key_correction (
  contest  smallint NOT NULL REFERENCES contest (number),
  round    smallint NOT NULL,
  version  integer NOT NULL,               -- in one series with those of question_set
  corrects integer NOT NULL,               -- the version of the set it corrects
  rulings  text NOT NULL,                  -- JSON: all that hold from then on
  hash     bytea NOT NULL,                 -- SHA-256 of the corrected set
  reason   text NOT NULL,
  moment   bigint NOT NULL,
  line     bigint NOT NULL,                -- of the audit log: who proposed it, who approved it
  PRIMARY KEY (contest, round, version)
);

CREATE FUNCTION key_correction_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'corrections of keys are append-only';
END $$;

CREATE TRIGGER key_correction_no_update BEFORE UPDATE ON key_correction FOR EACH ROW EXECUTE FUNCTION key_correction_is_append_only();

-- One walk a round, begun anew by each correction.
CREATE TABLE remarking (
  contest  smallint NOT NULL REFERENCES contest (number),
  round    smallint NOT NULL,
  version  integer NOT NULL,               -- of the last correction: nobody marks by an older one any more
  reached  uuid,                           -- the last contestant who is marked anew; they are walked in the order of their ids
  people   bigint NOT NULL,                -- how many are
  worker   uuid,                           -- the node that is at it
  seen     bigint NOT NULL,                -- when it last said so
  walked   bigint,                         -- when the last was marked anew
  finished bigint,                         -- when all that was closed was closed again
  PRIMARY KEY (contest, round)
);
