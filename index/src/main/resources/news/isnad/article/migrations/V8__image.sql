-- The address of the picture that an article's page leads with. Nothing fetches it.
ALTER TABLE edition ADD COLUMN image TEXT;
