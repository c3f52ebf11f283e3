-- What was told of which story, and what waits for its time. Times are epoch milliseconds.

-- One row for each subscription and story.
CREATE TABLE alert (
  place        ${identity},
  id           TEXT   NOT NULL UNIQUE, -- on buttons
  subscription TEXT   NOT NULL,
  story        TEXT   NOT NULL,
  chat         BIGINT NOT NULL,
  thread       BIGINT,
  edition      BIGINT NOT NULL,        -- the one that is shown
  outlets      TEXT   NOT NULL,        -- JSON, in the order in which they came
  facts        TEXT   NOT NULL,        -- JSON: speakers, denials, counts that readers know of
  told         TEXT,                   -- key of the outbox row that tells of it first
  message      BIGINT,                 -- what that became in Telegram
  single       BIGINT NOT NULL,        -- 1 where that message is about this story alone
  muted        BIGINT NOT NULL,
  claimer      BIGINT,                 -- who is on it
  claimed      TEXT,                   -- and their name
  corrected    TEXT,                   -- CORRECTION, GONE or WITHDRAWAL
  updated      BIGINT,                 -- when something new was told last
  edit_due     BIGINT,                 -- the message is to be brought up to date then
  edited       BIGINT,
  edits        BIGINT NOT NULL,
  created      BIGINT NOT NULL,
  UNIQUE (subscription, story)
);
CREATE INDEX alert_by_edit ON alert (edit_due) WHERE edit_due IS NOT NULL;
CREATE INDEX alert_by_chat ON alert (chat, created);
CREATE INDEX alert_by_told ON alert (told);

-- Each edition that came to an alert, and whether there is something to tell of it.
CREATE TABLE telling (
  place   ${identity},
  alert   TEXT   NOT NULL,
  edition BIGINT NOT NULL,
  chat    BIGINT NOT NULL,
  thread  BIGINT,
  news    TEXT   NOT NULL,             -- FIRST, SPEAKER, DENIAL, COUNT, CORRECTION, GONE, WITHDRAWAL,
                                       -- NOTHING
  fact    TEXT,                        -- key of what is new
  manner  TEXT   NOT NULL,             -- ALERT, DIGEST, CATCH_UP
  due     BIGINT,                      -- not before; none where it is done with
  told    TEXT,                        -- key of the outbox row that tells of it
  created BIGINT NOT NULL,
  UNIQUE (alert, edition)
);
CREATE INDEX telling_by_due ON telling (due) WHERE due IS NOT NULL;
CREATE INDEX telling_by_chat_due ON telling (chat, due) WHERE due IS NOT NULL;
CREATE INDEX telling_by_edition ON telling (edition);
CREATE INDEX telling_by_chat ON telling (chat, created);

-- When a chat is told.
CREATE TABLE chat_schedule (
  chat  BIGINT PRIMARY KEY,
  usual TEXT   NOT NULL,               -- of subscriptions without a schedule of their own
  zone  TEXT,
  quiet TEXT,                          -- HH:MM-HH:MM
  silent BIGINT NOT NULL,
  most  BIGINT NOT NULL                -- alerts a day; 0 for any number
);

CREATE TABLE muted_outlet (
  chat   BIGINT NOT NULL,
  outlet TEXT   NOT NULL,
  PRIMARY KEY (chat, outlet)
);

-- Subscriptions that are told of later.
CREATE TABLE snooze (
  subscription TEXT   PRIMARY KEY,
  until        BIGINT NOT NULL
);
