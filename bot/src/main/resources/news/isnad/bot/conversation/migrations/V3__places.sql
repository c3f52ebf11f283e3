-- Where an answer was said: the outbox key of its message, u/UPDATE/PLACE, or m/MESSAGE where it changed one.
ALTER TABLE sent_answer ADD COLUMN place TEXT;
