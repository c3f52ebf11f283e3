-- How far a list of sources has been taken in, which is done a part at a time.
ALTER TABLE source_list ADD COLUMN state TEXT NOT NULL DEFAULT 'ASKED';  -- ASKED, TAKING, TAKEN
ALTER TABLE source_list ADD COLUMN message TEXT NOT NULL DEFAULT '';     -- the outbox key of what says how far it is
ALTER TABLE source_list ADD COLUMN language TEXT NOT NULL DEFAULT 'en';  -- of the words
ALTER TABLE source_list ADD COLUMN looked BIGINT NOT NULL DEFAULT 0;     -- entries that were looked at
ALTER TABLE source_list ADD COLUMN added BIGINT NOT NULL DEFAULT 0;      -- those of them that are tracked now
ALTER TABLE source_list ADD COLUMN failed BIGINT NOT NULL DEFAULT 0;     -- those of them that could not be stored
