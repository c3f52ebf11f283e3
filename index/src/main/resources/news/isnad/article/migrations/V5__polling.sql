-- The habit of a source, and where it has moved to.
ALTER TABLE source ADD COLUMN per_day DOUBLE PRECISION;           -- new items a day; null: not known yet
ALTER TABLE source ADD COLUMN moved_to TEXT;                      -- where it says that it is from now on
ALTER TABLE source ADD COLUMN moved_seen BIGINT NOT NULL DEFAULT 0;  -- in how many polls in a row
-- What sources were called by before they moved.
CREATE TABLE source_former_address (
  address_key TEXT   PRIMARY KEY,
  source      BIGINT NOT NULL
);
