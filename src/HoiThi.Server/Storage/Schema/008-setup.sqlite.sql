-- Setting a contest up in the console: contests that are not published, downloads, simulations.

-- The acts; what lies between them comes from the calendar. Null: not done.
ALTER TABLE contest ADD COLUMN published INTEGER;
ALTER TABLE contest ADD COLUMN archived INTEGER;
UPDATE contest SET published = (SELECT min(created) FROM contest_version WHERE contest_version.contest = contest.number);

CREATE TABLE document_download (
  contest INTEGER NOT NULL,
  path    TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (contest, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE simulation (
  contest   INTEGER NOT NULL,
  number    INTEGER NOT NULL,  -- 1 for the first of a contest
  version   INTEGER NOT NULL,  -- of the contest
  people    INTEGER NOT NULL,
  seed      INTEGER NOT NULL,
  asked     INTEGER NOT NULL,
  finished  INTEGER,
  rounds    INTEGER NOT NULL,
  done      INTEGER NOT NULL,  -- rounds played
  report_vi TEXT,
  report_en TEXT,
  failure   TEXT,  -- why there is no report
  PRIMARY KEY (contest, number)
) STRICT, WITHOUT ROWID;
