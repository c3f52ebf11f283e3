-- What became of articles. Times are epoch milliseconds.
ALTER TABLE article ADD COLUMN withdrawn BIGINT;   -- when it was seen to be; null while it stands
ALTER TABLE edition ADD COLUMN note TEXT;          -- CORRECTED, WITHDRAWN: what the edition says of itself
CREATE INDEX article_by_withdrawn ON article (withdrawn);
