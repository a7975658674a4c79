ALTER TABLE contestant ADD COLUMN division smallint NOT NULL DEFAULT 0;
