-- What feeds said of their items when they were polled last: title and date, as a number.
CREATE TABLE source_item (
  source BIGINT NOT NULL,
  guid   TEXT   NOT NULL,
  said   BIGINT NOT NULL,
  PRIMARY KEY (source, guid)
);
