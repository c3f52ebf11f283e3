-- A topic that is closed is remembered until it is open again; forums' topics can be chosen among.
ALTER TABLE subscription ADD COLUMN lost_thread BIGINT;  -- the forum topic that it goes to when that is open

CREATE TABLE forum_topic (
  chat   BIGINT NOT NULL,
  thread BIGINT NOT NULL,
  name   TEXT,                     -- as we were told last
  PRIMARY KEY (chat, thread)
);
