-- What operators decided about articles. Neither a word of an article nor anybody's name stands here.
CREATE TABLE article_decision (
  id       TEXT   PRIMARY KEY,     -- the short id that buttons carry
  article  TEXT   NOT NULL,
  language TEXT   NOT NULL,
  state    TEXT   NOT NULL,        -- OFFERED, HIDDEN, SHOWN, ASKED, KEPT, ORDERED, EMPTIED, ERASED, DONE
  lost     BIGINT NOT NULL,        -- messages that said something of it and that nobody finds any more
  changed  BIGINT NOT NULL
);

-- Whom to tell what came of it.
CREATE TABLE decision_report (
  decision TEXT   PRIMARY KEY,
  chat     BIGINT NOT NULL
);
