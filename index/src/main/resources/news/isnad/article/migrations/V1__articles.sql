-- Articles and their editions. Times are epoch milliseconds.
CREATE TABLE article (
  id          ${identity},
  name        TEXT   NOT NULL,   -- the id that the world sees: given id, address, or sha256:...
  language    TEXT   NOT NULL,
  outlet      TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,   -- of the current edition
  current     BIGINT NOT NULL,   -- sequence of the current edition
  UNIQUE (name, language)
);
CREATE INDEX article_by_fingerprint ON article (fingerprint);
CREATE INDEX article_by_outlet ON article (outlet);

-- sequence: the order in which editions were stored; no number is given twice.
CREATE TABLE edition (
  sequence    ${identity},
  article     BIGINT NOT NULL REFERENCES article (id),
  number      BIGINT NOT NULL,
  url         TEXT,
  outlet      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  published   BIGINT,
  ingested    BIGINT NOT NULL,
  fingerprint TEXT   NOT NULL,
  text        TEXT   NOT NULL,
  UNIQUE (article, number)
);

-- Under which keys an article was met: feed guids and addresses, canonical and not.
CREATE TABLE article_key (
  kind    TEXT   NOT NULL,       -- guid, url
  value   TEXT   NOT NULL,
  article BIGINT NOT NULL REFERENCES article (id),
  PRIMARY KEY (kind, value, article)
);
CREATE INDEX article_key_by_article ON article_key (article);
