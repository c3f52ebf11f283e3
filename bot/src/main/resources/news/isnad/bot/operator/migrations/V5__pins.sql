-- Passages that editors pinned as the answer to questions. Offsets count UTF-16 units of the edition's text.
CREATE TABLE pin (
  id          TEXT   PRIMARY KEY,  -- the short id that buttons carry
  edition     BIGINT NOT NULL,
  starts      BIGINT NOT NULL,
  ends        BIGINT NOT NULL,
  attribution TEXT   NOT NULL,     -- JSON
  pinned      BIGINT NOT NULL,     -- 0: it was taken back
  changed     BIGINT NOT NULL
);

-- The questions that a pin answers, each as typed and as it is compared.
CREATE TABLE pinned_question (
  pin      TEXT NOT NULL,
  compared TEXT NOT NULL,
  wording  TEXT NOT NULL,
  PRIMARY KEY (pin, compared)
);
CREATE INDEX pinned_question_by_words ON pinned_question (compared);
