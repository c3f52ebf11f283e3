-- The list of alerts that a person's next words narrow down.
CREATE TABLE awaited_search (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  message BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);

-- Editions that a step could not deal with: tried again a few times, then only kept.
CREATE TABLE unmatched_edition (
  step    TEXT   NOT NULL,         -- the name of its cursor
  edition BIGINT NOT NULL,
  tries   BIGINT NOT NULL,         -- that failed
  due     BIGINT,                  -- of the next try; none after the last
  why     TEXT   NOT NULL,
  PRIMARY KEY (step, edition)
);
