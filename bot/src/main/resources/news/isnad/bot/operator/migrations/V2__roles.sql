-- Who was given which role in the chat. NONE: it was taken away. Times are epoch milliseconds.
CREATE TABLE role (
  person  BIGINT PRIMARY KEY,
  role    TEXT   NOT NULL,         -- OPERATOR, EDITOR, NONE
  changed BIGINT NOT NULL
);

-- What owners and operators did, written in the transaction of the deed. Nothing is changed here.
CREATE TABLE audit (
  sequence ${identity},
  person   BIGINT NOT NULL,        -- who
  deed     TEXT   NOT NULL,        -- ADD_SOURCE, REMOVE_SOURCE, GRANT, REVOKE
  details  TEXT   NOT NULL,        -- what with: an address, or a person and a role
  done     BIGINT NOT NULL
);
