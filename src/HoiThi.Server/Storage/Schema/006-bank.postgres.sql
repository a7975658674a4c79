-- The question bank of a contest.

CREATE TABLE bank_topic (
  contest  smallint NOT NULL,
  code     text NOT NULL,
  name_vi  text NOT NULL,
  name_en  text,
  position integer NOT NULL,
  PRIMARY KEY (contest, code)
);

CREATE TABLE bank_question (
  contest     smallint NOT NULL,
  number      integer NOT NULL,            -- of the question, from 1 in its contest; its versions share it, and the code
  version     integer NOT NULL,
  code        text NOT NULL,
  topic       text NOT NULL,
  difficulty  smallint NOT NULL CHECK (difficulty BETWEEN 0 AND 2),
  tags        text NOT NULL,               -- |one|another|, or empty
  state       text NOT NULL CHECK (state IN ('draft', 'reviewed', 'approved', 'retired')),
  newest      boolean NOT NULL,            -- what the bank shows; the others are its history
  usable      boolean NOT NULL,            -- what a round may be sealed from: the newest that was approved, unless it is retired
  text        text NOT NULL,               -- the beginning of what is asked, for lists
  written_by  uuid,
  written     bigint NOT NULL,
  reviewed_by uuid,
  reviewed    bigint,
  approved_by uuid,
  approved    bigint,
  content     text NOT NULL,               -- the question as a question file has it
  PRIMARY KEY (contest, number, version)
);

CREATE UNIQUE INDEX bank_question_number ON bank_question (contest, number) WHERE newest;
CREATE UNIQUE INDEX bank_question_code ON bank_question (contest, code) WHERE newest;
CREATE UNIQUE INDEX bank_question_usable ON bank_question (contest, number) WHERE usable;
CREATE INDEX bank_question_list ON bank_question (contest, code, number, topic, difficulty, state, tags, written_by, written) WHERE newest;

CREATE TABLE bank_search (                  -- of the newest version
  contest  smallint NOT NULL,
  number   integer NOT NULL,
  folded   text NOT NULL,                  -- without diacritics
  spelled  text NOT NULL,                  -- with, the tone before its word
  PRIMARY KEY (contest, number)
);

CREATE TABLE bank_use (
  contest     smallint NOT NULL,
  number      integer NOT NULL,
  version     integer NOT NULL,
  round       smallint NOT NULL,
  set_version integer NOT NULL,
  PRIMARY KEY (contest, number, version, round, set_version)
);

CREATE TABLE bank_image (
  contest    smallint NOT NULL,
  name       text NOT NULL,                -- SHA-256 of the content and its extension: what a name stands for never changes
  media_type text NOT NULL,
  content    bytea NOT NULL,
  PRIMARY KEY (contest, name)
);

CREATE TABLE bank_import (
  id         uuid PRIMARY KEY,
  contest    smallint NOT NULL,
  person     uuid NOT NULL,
  created    bigint NOT NULL,
  file_name  text NOT NULL,
  content    bytea,                         -- the file, until the import is over
  options    text NOT NULL,                -- what was said on the screen about the whole file
  reading    text NOT NULL,                -- what was read, without the questions
  ended      bigint,
  taken      integer                       -- how many questions came into the bank; null: none, it was given up
);

CREATE INDEX bank_import_contest ON bank_import (contest, created);

CREATE TABLE bank_import_item (
  import   uuid NOT NULL,
  ordinal  integer NOT NULL,
  item     text NOT NULL,                  -- a question as it was read
  answers  text,                           -- what was answered about it on the screen
  ready    boolean NOT NULL,
  left_out boolean NOT NULL,
  same_as  text,                           -- the code of the question of the bank that asks the same
  PRIMARY KEY (import, ordinal)
);

CREATE TABLE bank_import_image (
  import     uuid NOT NULL,
  name       text NOT NULL,                -- in the file
  media_type text NOT NULL,
  content    bytea NOT NULL,
  PRIMARY KEY (import, name)
);
