-- Lists of sources that operators sent and have not decided about.
CREATE TABLE source_list (
  id      TEXT   PRIMARY KEY,
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  content TEXT   NOT NULL,
  asked   BIGINT NOT NULL
);
