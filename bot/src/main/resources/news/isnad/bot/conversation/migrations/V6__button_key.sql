-- What marks the chat that a button was sent to, made once for a store, in Base64. One row.
CREATE TABLE button_key (
  id     BIGINT PRIMARY KEY,
  secret TEXT   NOT NULL
);
