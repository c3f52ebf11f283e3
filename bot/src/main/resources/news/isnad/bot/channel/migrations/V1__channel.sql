-- Links and files that operators passed on, until somebody says what with them. Times are epoch milliseconds.
CREATE TABLE passed_on (
  id      TEXT   PRIMARY KEY,      -- on buttons
  chat    BIGINT NOT NULL,         -- the private chat, whose number is the person's
  address TEXT,                    -- of a link
  file    TEXT,                    -- what Telegram calls a file
  name    TEXT   NOT NULL,         -- of the file; may be empty
  outlet  TEXT,                    -- where it was forwarded from
  words   TEXT   NOT NULL,         -- what stands beside it; may be empty
  asked   BIGINT NOT NULL
);

-- Channels that the bot was met in. Posts are articles only while it is followed.
CREATE TABLE channel (
  id       BIGINT PRIMARY KEY,     -- Telegram's
  title    TEXT   NOT NULL,        -- what it calls itself
  username TEXT,                   -- its public name, if it has one
  outlet   TEXT,                   -- whose articles its posts are; none: not followed
  button   TEXT   NOT NULL UNIQUE, -- the short id that buttons carry
  changed  BIGINT NOT NULL
);
