-- An edition comes to an alert once more where its page is gone.
CREATE TABLE telling_anew (
  place   ${identity},
  alert   TEXT   NOT NULL,
  edition BIGINT NOT NULL,
  chat    BIGINT NOT NULL,
  thread  BIGINT,
  news    TEXT   NOT NULL,
  fact    TEXT,
  manner  TEXT   NOT NULL,
  due     BIGINT,
  told    TEXT,
  created BIGINT NOT NULL,
  UNIQUE (alert, edition, news)
);
INSERT INTO telling_anew (place, alert, edition, chat, thread, news, fact, manner, due, told, created)
  SELECT place, alert, edition, chat, thread, news, fact, manner, due, told, created FROM telling;
DROP TABLE telling;
ALTER TABLE telling_anew RENAME TO telling;
CREATE INDEX telling_by_due ON telling (due) WHERE due IS NOT NULL;
CREATE INDEX telling_by_chat_due ON telling (chat, due) WHERE due IS NOT NULL;
CREATE INDEX telling_by_edition ON telling (edition);
CREATE INDEX telling_by_chat ON telling (chat, created);

-- Up to when pages that are gone were told of. Epoch milliseconds.
CREATE TABLE gone_pages_told (
  until BIGINT NOT NULL
);
