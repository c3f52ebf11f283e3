-- People who asked to be forgotten. Times are epoch milliseconds.
CREATE TABLE forgetting (
  id        TEXT   PRIMARY KEY,    -- on buttons
  person    BIGINT NOT NULL,       -- also the number of the private chat
  asked     BIGINT NOT NULL,
  confirmed BIGINT,                -- the update that confirmed it; none before
  done      BIGINT                 -- when it was confirmed
);
