-- Looks at addresses that operators asked for, under the short id that their buttons carry.
CREATE TABLE source_trial (
  id        TEXT   PRIMARY KEY,
  chat      BIGINT NOT NULL,
  person    BIGINT NOT NULL,
  update_id BIGINT NOT NULL,       -- negative in a terminal
  message   TEXT   NOT NULL,       -- the outbox key of the message that becomes the result
  address   TEXT   NOT NULL,
  name      TEXT,                  -- what it is to be called; null: as it calls itself
  language  TEXT   NOT NULL,       -- of the words
  state     TEXT   NOT NULL,       -- ASKED, SHOWN, ADDED, DROPPED
  asked     BIGINT NOT NULL
);
CREATE TABLE source_offer (
  trial   TEXT   NOT NULL,
  place   BIGINT NOT NULL,
  address TEXT   NOT NULL,
  kind    TEXT   NOT NULL,         -- feed, page
  name    TEXT   NOT NULL,
  items   BIGINT NOT NULL,
  PRIMARY KEY (trial, place)
);

-- Removals: which source, who asked, what was decided and when. Those from before are of no use any more.
DELETE FROM removal;
ALTER TABLE removal ADD COLUMN source BIGINT NOT NULL DEFAULT 0;
ALTER TABLE removal ADD COLUMN person BIGINT NOT NULL DEFAULT 0;
ALTER TABLE removal ADD COLUMN state TEXT NOT NULL DEFAULT 'ASKED';  -- ASKED, KEPT, REMOVED, ORDERED, UNDONE, DONE
ALTER TABLE removal ADD COLUMN decided BIGINT NOT NULL DEFAULT 0;
