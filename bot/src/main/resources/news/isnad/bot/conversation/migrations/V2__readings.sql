-- How the question of an answer was read, and how else it may be: what its buttons choose from.
CREATE TABLE sent_reading (
  answer  TEXT   NOT NULL,
  place   BIGINT NOT NULL,         -- 0: the one that was answered
  reading TEXT   NOT NULL,
  PRIMARY KEY (answer, place)
);
