-- What was stored before sources were noted may have come from anywhere: it goes with none of them.
INSERT INTO article_source (article, source)
  SELECT id, 0 FROM article WHERE id NOT IN (SELECT article FROM article_source);
