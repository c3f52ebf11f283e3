-- What operators do with sources. Times are epoch milliseconds.
ALTER TABLE source ADD COLUMN language TEXT;    -- of its articles; null: they say so themselves
ALTER TABLE source ADD COLUMN paused BIGINT;    -- since when it is not polled; null: it is
ALTER TABLE source ADD COLUMN removed BIGINT;   -- when it was removed; it may come back for a while
-- Which articles came through which sources; 0 stands for whatever else brings articles.
CREATE TABLE article_source (
  article BIGINT NOT NULL,
  source  BIGINT NOT NULL,
  PRIMARY KEY (article, source)
);
CREATE INDEX article_source_by_source ON article_source (source, article);
