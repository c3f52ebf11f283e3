-- What the conversation remembers. Times are epoch milliseconds.

-- Interface language of a person (id above 0, also their private chat) or of a group (below 0).
CREATE TABLE preference (
  owner    BIGINT PRIMARY KEY,
  language TEXT   NOT NULL
);

-- Whose next text is the argument of a command.
CREATE TABLE dialogue (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  command TEXT   NOT NULL,
  asked   BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);

-- How the last question was read, for the one that goes on with it.
CREATE TABLE last_reading (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  reading TEXT   NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
CREATE INDEX last_reading_by_time ON last_reading (read_at);

-- An answer that was sent, under the short id that its buttons carry.
CREATE TABLE sent_answer (
  id       TEXT   PRIMARY KEY,
  chat     BIGINT NOT NULL,
  person   BIGINT NOT NULL,
  question TEXT   NOT NULL,
  language TEXT   NOT NULL,
  found    BIGINT NOT NULL,        -- 1: its citations answer; 0: its one citation was only nearest
  sent     BIGINT NOT NULL
);
CREATE INDEX sent_answer_by_chat ON sent_answer (chat);

CREATE TABLE sent_citation (
  answer      TEXT   NOT NULL,
  rank        BIGINT NOT NULL,     -- 0 for the first
  sequence    BIGINT NOT NULL,     -- of the edition that it is cut from
  start       BIGINT NOT NULL,
  finish      BIGINT NOT NULL,
  attribution TEXT   NOT NULL,
  PRIMARY KEY (answer, rank)
);

CREATE TABLE feedback (
  answer TEXT   NOT NULL,
  person BIGINT NOT NULL,
  good   BIGINT NOT NULL,          -- 1: helpful; 0: not
  given  BIGINT NOT NULL,
  PRIMARY KEY (answer, person)
);

-- The answer that was the last thing said in a chat: only that one is edited with its question.
CREATE TABLE last_said (
  chat     BIGINT PRIMARY KEY,
  question BIGINT NOT NULL,        -- number of the message that asked
  name     TEXT   NOT NULL         -- key under which the answer was put into the outbox
);

-- What was said about an update, so that a repetition of it says the same.
CREATE TABLE turn (
  update_id BIGINT PRIMARY KEY,
  said      TEXT   NOT NULL,
  handled   BIGINT NOT NULL
);
CREATE INDEX turn_by_time ON turn (handled);

-- Who was told that the bot is not for them; told again a day later, not at every word.
CREATE TABLE refusal (
  chat   BIGINT NOT NULL,
  person BIGINT NOT NULL,
  told   BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
