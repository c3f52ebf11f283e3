-- What came from Telegram and what goes there. Times are epoch milliseconds.

-- sequence: the order in which updates were stored. The newest row tells where polling goes on.
CREATE TABLE inbox (
  sequence  ${identity},
  update_id BIGINT NOT NULL UNIQUE,
  lane      BIGINT NOT NULL,     -- updates of a lane are handled one after the other
  content   TEXT   NOT NULL,     -- the update as it came; emptied when it is done
  state     TEXT   NOT NULL,     -- WAITING, DONE, ASIDE (its handling failed), POISON (unreadable)
  attempts  BIGINT NOT NULL,
  problem   TEXT,
  received  BIGINT NOT NULL
);
CREATE INDEX inbox_by_state ON inbox (state, sequence);

CREATE TABLE outbox (
  sequence   ${identity},
  name       TEXT   NOT NULL UNIQUE, -- the key: what is to be said, in every repetition the same
  chat       BIGINT,                 -- where; overrides what the call says. None for button answers
  urgency    TEXT   NOT NULL,
  kind       TEXT   NOT NULL,        -- MESSAGE, EDIT, OTHER: what pacing goes by
  content    TEXT   NOT NULL,        -- the call; emptied when it is done
  state      TEXT   NOT NULL,        -- WAITING, SENT, REFUSED (Telegram will not take it), EXPIRED
  attempts   BIGINT NOT NULL,
  due        BIGINT NOT NULL,        -- not before
  created    BIGINT NOT NULL,
  ended      BIGINT,
  message_id BIGINT,                 -- the message that came of it
  problem    TEXT
);
CREATE INDEX outbox_by_state ON outbox (state, sequence);
CREATE INDEX outbox_by_chat ON outbox (chat, state);

-- Chats that are not simply open.
CREATE TABLE chat_state (
  chat       BIGINT PRIMARY KEY,
  suspended  TEXT,                   -- why we cannot write there
  wait_until BIGINT,                 -- Telegram said "too fast"
  moved_to   BIGINT,                 -- the group has this number now
  changed    BIGINT NOT NULL
);
