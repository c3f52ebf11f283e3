-- Removals of sources that were asked for, under the short id that their buttons carry.
CREATE TABLE removal (
  id      TEXT   PRIMARY KEY,
  chat    BIGINT NOT NULL,
  name    TEXT   NOT NULL,
  address TEXT   NOT NULL,
  asked   BIGINT NOT NULL
);
