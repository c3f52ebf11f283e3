-- Topics that were rehearsed and not yet confirmed. Times are epoch milliseconds.
CREATE TABLE rehearsed_topic (
  id       TEXT   PRIMARY KEY,     -- on buttons
  chat     BIGINT NOT NULL,
  thread   BIGINT,
  person   BIGINT NOT NULL,
  words    TEXT   NOT NULL,
  replaces TEXT,                   -- the subscription whose words they will be
  made     BIGINT NOT NULL
);

-- Whose next words are a topic, and of which subscription; none for a new one.
CREATE TABLE awaited_topic (
  chat     BIGINT NOT NULL,
  person   BIGINT NOT NULL,
  replaces TEXT,
  PRIMARY KEY (chat, person)
);

-- What lists of alerts were narrowed down to.
CREATE TABLE alert_search (
  id    TEXT   PRIMARY KEY,        -- on buttons
  chat  BIGINT NOT NULL,
  words TEXT   NOT NULL,
  made  BIGINT NOT NULL
);

-- How a question was read that waits for its answer.
CREATE TABLE standing_question (
  subscription TEXT PRIMARY KEY,
  reading      TEXT NOT NULL       -- JSON
);
