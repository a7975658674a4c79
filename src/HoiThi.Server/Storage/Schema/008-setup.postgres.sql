-- Setting a contest up in the console: contests that are not published, downloads, simulations.

-- The acts; what lies between them comes from the calendar. Null: not done.
ALTER TABLE contest ADD COLUMN published bigint;
ALTER TABLE contest ADD COLUMN archived bigint;
UPDATE contest SET published = (SELECT min(created) FROM contest_version WHERE contest_version.contest = contest.number);

CREATE TABLE document_download (
  contest smallint NOT NULL,
  path    text NOT NULL,
  count   bigint NOT NULL,
  PRIMARY KEY (contest, path)
);

CREATE TABLE simulation (
  contest   smallint NOT NULL,
  number    integer NOT NULL,  -- 1 for the first of a contest
  version   integer NOT NULL,  -- of the contest
  people    integer NOT NULL,
  seed      bigint NOT NULL,
  asked     bigint NOT NULL,
  finished  bigint,
  rounds    integer NOT NULL,
  done      integer NOT NULL,  -- rounds played
  report_vi text,
  report_en text,
  failure   text,  -- why there is no report
  PRIMARY KEY (contest, number)
);
