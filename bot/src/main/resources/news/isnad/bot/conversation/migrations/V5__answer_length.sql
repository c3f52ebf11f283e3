-- How much of an answer a chat wants to see: SHORT; FULL where there is no row.
CREATE TABLE answer_length (
  owner  BIGINT PRIMARY KEY,
  length TEXT   NOT NULL
);
