-- What commands, and the buttons of alerts, showed of articles in messages that are no answers. Epoch milliseconds.
CREATE TABLE listed (
  chat     BIGINT NOT NULL,
  place    TEXT   NOT NULL, -- the outbox key of the message
  sequence BIGINT NOT NULL, -- the edition
  language TEXT   NOT NULL, -- of the message
  shown    BIGINT NOT NULL,
  PRIMARY KEY (place, sequence)
);
CREATE INDEX listed_by_sequence ON listed (sequence);
CREATE INDEX listed_by_chat ON listed (chat);
