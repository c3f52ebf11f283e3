-- Topics can be paused and scheduled, and a question can wait for its answer.
ALTER TABLE subscription ADD COLUMN paused   BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE subscription ADD COLUMN schedule TEXT    NOT NULL DEFAULT 'at once';
ALTER TABLE subscription ADD COLUMN question BOOLEAN NOT NULL DEFAULT FALSE;  -- ends when answered
