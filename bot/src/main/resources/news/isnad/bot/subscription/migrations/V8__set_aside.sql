-- When operators were told that something is tried no more. Epoch milliseconds.
ALTER TABLE unmatched_edition ADD COLUMN reported BIGINT;

-- Questions that have ended, or are gone, are not asked again.
DELETE FROM unmatched_edition WHERE step LIKE 'question/%'
  AND substr(step, 10) NOT IN (SELECT id FROM subscription WHERE ended IS NULL);
