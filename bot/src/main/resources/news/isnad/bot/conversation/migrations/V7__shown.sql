-- What the buttons of an answer showed in messages of their own: its context, more passages, the nearest one.
CREATE TABLE shown (
  answer   TEXT   NOT NULL,
  place    TEXT   NOT NULL, -- the outbox key of the message
  sequence BIGINT NOT NULL, -- the edition
  PRIMARY KEY (place, sequence)
);
CREATE INDEX shown_by_answer ON shown (answer);
CREATE INDEX shown_by_sequence ON shown (sequence);
