package news.isnad.article;

import java.time.InstantSource;

class InMemoryArticleStoreTest extends ArticleStoreContract {
  @Override
  ArticleStore newStore(InstantSource clock) {
    return new InMemoryArticleStore(clock);
  }
}
