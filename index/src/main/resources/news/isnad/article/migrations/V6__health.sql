-- How sources do. Times are epoch milliseconds, days are counted from the epoch in UTC.
ALTER TABLE source ADD COLUMN last_good BIGINT;                    -- the last poll that did not fail
ALTER TABLE source ADD COLUMN bad_since BIGINT;                    -- the first of the failures in a row
ALTER TABLE source ADD COLUMN newest BIGINT;                       -- when its newest item was published
ALTER TABLE source ADD COLUMN lag BIGINT;                          -- from published to stored, usually
ALTER TABLE source ADD COLUMN empty_bodies BIGINT NOT NULL DEFAULT 0;  -- items without a text
ALTER TABLE source ADD COLUMN repairs BIGINT NOT NULL DEFAULT 0;       -- documents that were broken or wrongly encoded
ALTER TABLE source ADD COLUMN duplicates BIGINT NOT NULL DEFAULT 0;    -- items that were stored already
ALTER TABLE source ADD COLUMN told TEXT;                           -- the trouble that operators were told of; null: none
ALTER TABLE source ADD COLUMN told_at BIGINT;
CREATE TABLE source_day (
  source BIGINT NOT NULL,
  day    BIGINT NOT NULL,
  items  BIGINT NOT NULL,
  PRIMARY KEY (source, day)
);
CREATE TABLE source_error (
  source BIGINT NOT NULL,
  kind   TEXT   NOT NULL,
  times  BIGINT NOT NULL,
  last   BIGINT NOT NULL,
  PRIMARY KEY (source, kind)
);
