-- Question sets that were sealed in the console; those sealed by an import have no row here.

CREATE TABLE sealing (
  contest INTEGER NOT NULL REFERENCES contest (number),
  round   INTEGER NOT NULL,
  version INTEGER NOT NULL,                -- of the question set
  line    INTEGER NOT NULL,                -- of the audit log: who, when, why, from what
  PRIMARY KEY (contest, round, version)
) STRICT, WITHOUT ROWID;
