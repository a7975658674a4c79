-- Question sets that were sealed in the console; those sealed by an import have no row here.

CREATE TABLE sealing (
  contest smallint NOT NULL REFERENCES contest (number),
  round   smallint NOT NULL,
  version integer NOT NULL,               -- of the question set
  line    bigint NOT NULL,                -- of the audit log: who, when, why, from what
  PRIMARY KEY (contest, round, version)
);
