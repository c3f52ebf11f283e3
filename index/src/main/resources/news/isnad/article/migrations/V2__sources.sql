-- What is polled. Times are epoch milliseconds.
CREATE TABLE source (
  id            ${identity},
  name          TEXT   NOT NULL,
  name_key      TEXT   NOT NULL UNIQUE,   -- the name without case
  address       TEXT   NOT NULL,
  address_key   TEXT   NOT NULL UNIQUE,   -- what addresses of one page have in common
  kind          TEXT   NOT NULL,          -- feed, page
  outlet        TEXT,
  added         BIGINT NOT NULL,
  added_by      TEXT   NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  last_polled   BIGINT,
  next_poll     BIGINT NOT NULL,
  last_outcome  TEXT,
  failures      BIGINT NOT NULL,          -- in a row, until now
  items         BIGINT NOT NULL           -- new ones, since it was added
);
CREATE INDEX source_by_next_poll ON source (next_poll);
