-- Articles and their editions. Times are epoch milliseconds.
CREATE TABLE article (
  id          ${identity},
  name        TEXT   NOT NULL,   -- the id that the world sees: given id, address, or sha256:...
  language    TEXT   NOT NULL,
  given       BIGINT NOT NULL,   -- 1 where the name was given with the article, else 0
  outlet      TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,   -- of the current edition's text
  current     BIGINT NOT NULL,   -- sequence of the current edition
  UNIQUE (name, language)
);
CREATE INDEX article_by_fingerprint ON article (fingerprint);
CREATE INDEX article_by_outlet ON article (outlet);

-- sequence: the order in which editions were stored; no number is given twice.
-- moment: published, else ingested.
CREATE TABLE edition (
  sequence    ${identity},
  article     BIGINT NOT NULL REFERENCES article (id),
  number      BIGINT NOT NULL,
  url         TEXT,
  outlet      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  published   BIGINT,
  ingested    BIGINT NOT NULL,
  moment      BIGINT NOT NULL,
  text        TEXT   NOT NULL,
  UNIQUE (article, number)
);
CREATE INDEX edition_by_moment ON edition (moment, sequence);

-- The guids and addresses under which an article was met.
CREATE TABLE article_key (
  kind    TEXT   NOT NULL,       -- guid, url
  value   TEXT   NOT NULL,
  article BIGINT NOT NULL REFERENCES article (id),
  PRIMARY KEY (kind, value, article)
);
CREATE INDEX article_key_by_article ON article_key (article);
