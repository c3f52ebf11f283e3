-- What going articles have freed since the data folder was too large; no row where it is not. One row.
CREATE TABLE room (
  id       BIGINT PRIMARY KEY,
  begun    BIGINT NOT NULL,
  articles BIGINT NOT NULL,  -- that there were
  bytes    BIGINT NOT NULL,  -- that were needed
  gone     BIGINT NOT NULL   -- articles, since then
);
