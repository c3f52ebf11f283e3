-- How far each step after the store has followed the sequence of editions.
CREATE TABLE cursor (
  name     TEXT   PRIMARY KEY,
  position BIGINT NOT NULL
);
