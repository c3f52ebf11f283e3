-- Stories: which editions report the same event. An id is never given twice.
CREATE TABLE story (
  id          BIGINT PRIMARY KEY,
  merged_into BIGINT                 -- the story that it turned out to be; null where it stands
);
CREATE INDEX story_by_merged ON story (merged_into);

-- Where each edition belongs. Times are epoch milliseconds.
CREATE TABLE story_edition (
  edition    BIGINT PRIMARY KEY REFERENCES edition (sequence),
  article    TEXT   NOT NULL,
  language   TEXT   NOT NULL,
  outlet     TEXT   NOT NULL,
  moment     BIGINT NOT NULL,
  story      BIGINT NOT NULL,
  reprint_of BIGINT,                 -- an edition that this one nearly repeats
  began      BIGINT NOT NULL,        -- 1 where the story began with it
  origins    TEXT   NOT NULL,        -- whom the article as a whole credits, a line each
  traits     ${bytes}                -- what it is compared by; null once a later edition is placed
);
CREATE INDEX story_edition_by_story ON story_edition (story);
CREATE INDEX story_edition_by_article ON story_edition (article, language);
