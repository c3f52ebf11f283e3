-- Names that mean the same, as editors taught it or were asked. Nobody's name stands here.
CREATE TABLE taught_name (
  id      TEXT   PRIMARY KEY,      -- the short id that buttons carry
  entity  TEXT   NOT NULL,         -- id of the known name; its own id where nobody knew any of them
  names   TEXT   NOT NULL,         -- one a line
  state   TEXT   NOT NULL,         -- ASKED, PROPOSED, TAUGHT, REFUSED, REMOVED
  changed BIGINT NOT NULL
);
