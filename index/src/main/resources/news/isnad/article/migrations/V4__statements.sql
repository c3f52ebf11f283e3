-- Who said what in an edition. Offsets count UTF-16 units of its text.
CREATE TABLE statement (
  edition         BIGINT NOT NULL REFERENCES edition (sequence),
  place           BIGINT NOT NULL,        -- 0 for the first of the edition
  starts          BIGINT NOT NULL,
  ends            BIGINT NOT NULL,
  sentence_starts BIGINT NOT NULL,
  sentence_ends   BIGINT NOT NULL,
  kind            TEXT   NOT NULL,        -- SAID, SILENT
  speech          TEXT   NOT NULL,        -- DIRECT, REPORTED, MIXED, NONE
  speaker         TEXT,                   -- null: the outlet's own words
  role            TEXT,
  entity          TEXT,
  institution     TEXT,
  anonymous       BIGINT NOT NULL,
  upstream        TEXT,                   -- JSON; null for none
  PRIMARY KEY (edition, place)
);
