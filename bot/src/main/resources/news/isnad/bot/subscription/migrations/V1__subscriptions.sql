-- Who is told of what. Times are epoch milliseconds.
CREATE TABLE subscription (
  place    ${identity},           -- order of subscribing
  id       TEXT   NOT NULL UNIQUE,
  chat     BIGINT NOT NULL,
  thread   BIGINT,                 -- forum topic; none for General and chats without topics
  person   BIGINT NOT NULL,        -- who subscribed
  words    TEXT   NOT NULL,
  language TEXT   NOT NULL,        -- of the interface where nothing else is set for the chat
  after    BIGINT NOT NULL,        -- only editions with a higher sequence are told of
  created  BIGINT NOT NULL,
  ended    BIGINT                  -- unsubscribed, kept for a while to be taken back
);
CREATE INDEX subscription_by_chat ON subscription (chat);
