-- The question bank of a contest.

CREATE TABLE bank_topic (
  contest  INTEGER NOT NULL,
  code     TEXT NOT NULL,
  name_vi  TEXT NOT NULL,
  name_en  TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (contest, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_question (
  contest     INTEGER NOT NULL,
  number      INTEGER NOT NULL,            -- of the question, from 1 in its contest; its versions share it, and the code
  version     INTEGER NOT NULL,
  code        TEXT NOT NULL,
  topic       TEXT NOT NULL,
  difficulty  INTEGER NOT NULL CHECK (difficulty BETWEEN 0 AND 2),
  tags        TEXT NOT NULL,               -- |one|another|, or empty
  state       TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'approved', 'retired')),
  newest      INTEGER NOT NULL,            -- what the bank shows; the others are its history
  usable      INTEGER NOT NULL,            -- what a round may be sealed from: the newest that was approved, unless it is retired
  text        TEXT NOT NULL,               -- the beginning of what is asked, for lists
  written_by  TEXT,
  written     INTEGER NOT NULL,
  reviewed_by TEXT,
  reviewed    INTEGER,
  approved_by TEXT,
  approved    INTEGER,
  content     TEXT NOT NULL,               -- the question as a question file has it
  PRIMARY KEY (contest, number, version)
) STRICT;

CREATE UNIQUE INDEX bank_question_number ON bank_question (contest, number) WHERE newest;
CREATE UNIQUE INDEX bank_question_code ON bank_question (contest, code) WHERE newest;
CREATE UNIQUE INDEX bank_question_usable ON bank_question (contest, number) WHERE usable;
CREATE INDEX bank_question_list ON bank_question (contest, code, number, topic, difficulty, state, tags, written_by, written) WHERE newest;

CREATE TABLE bank_search (                  -- of the newest version
  contest  INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  folded   TEXT NOT NULL,                  -- without diacritics
  spelled  TEXT NOT NULL,                  -- with, the tone before its word
  PRIMARY KEY (contest, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_use (
  contest     INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  round       INTEGER NOT NULL,
  set_version INTEGER NOT NULL,
  PRIMARY KEY (contest, number, version, round, set_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_image (
  contest    INTEGER NOT NULL,
  name       TEXT NOT NULL,                -- SHA-256 of the content and its extension: what a name stands for never changes
  media_type TEXT NOT NULL,
  content    BLOB NOT NULL,
  PRIMARY KEY (contest, name)
) STRICT;

CREATE TABLE bank_import (
  id         TEXT PRIMARY KEY,
  contest    INTEGER NOT NULL,
  person     TEXT NOT NULL,
  created    INTEGER NOT NULL,
  file_name  TEXT NOT NULL,
  content    BLOB,                         -- the file, until the import is over
  options    TEXT NOT NULL,                -- what was said on the screen about the whole file
  reading    TEXT NOT NULL,                -- what was read, without the questions
  ended      INTEGER,
  taken      INTEGER                       -- how many questions came into the bank; null: none, it was given up
) STRICT;

CREATE INDEX bank_import_contest ON bank_import (contest, created);

CREATE TABLE bank_import_item (
  import   TEXT NOT NULL,
  ordinal  INTEGER NOT NULL,
  item     TEXT NOT NULL,                  -- a question as it was read
  answers  TEXT,                           -- what was answered about it on the screen
  ready    INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  same_as  TEXT,                           -- the code of the question of the bank that asks the same
  PRIMARY KEY (import, ordinal)
) STRICT;

CREATE TABLE bank_import_image (
  import     TEXT NOT NULL,
  name       TEXT NOT NULL,                -- in the file
  media_type TEXT NOT NULL,
  content    BLOB NOT NULL,
  PRIMARY KEY (import, name)
) STRICT;
