-- Whose update it was, so that what was said to a person can be forgotten.
ALTER TABLE turn ADD COLUMN person BIGINT;
