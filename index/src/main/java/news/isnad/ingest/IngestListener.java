package news.isnad.ingest;

import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore.Stored;

/** Is told what became of each draft, after it is durable, on the thread that ingests. */
public interface IngestListener {
  /** Does nothing. */
  IngestListener NONE =
      new IngestListener() {
        @Override
        public void stored(ArticleDraft draft, Stored outcome) {}

        @Override
        public void setAside(ArticleDraft draft, RuntimeException defect) {}
      };

  /** The draft is in the store, as a new article, as an edition, or as it was. */
  void stored(ArticleDraft draft, Stored outcome);

  /** The draft could not be stored because of a defect; the others are. */
  void setAside(ArticleDraft draft, RuntimeException defect);
}
