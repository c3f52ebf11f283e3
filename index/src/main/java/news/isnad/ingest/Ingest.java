package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.store.DamagedStoreException;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes drafts to the store and tells a listener what became of them. Safe for concurrent use if
 * the listener is.
 */
public final class Ingest {
  private static final Logger log = LoggerFactory.getLogger(Ingest.class);

  /** So many drafts share a transaction, and with it the wait for the disk. */
  private static final int TOGETHER = 100;

  private final ArticleStore articles;
  private final IngestListener listener;

  public Ingest(ArticleStore articles, IngestListener listener) {
    this.articles = requireNonNull(articles, "articles is null");
    this.listener = requireNonNull(listener, "listener is null");
  }

  /**
   * Stores drafts, in their order. One that cannot be stored is set aside.
   *
   * @return what became of those that were stored
   * @throws StoreUnavailableException if the store cannot take any at the moment; those that the
   *     listener was told of are stored
   */
  public List<Stored> take(List<ArticleDraft> drafts) {
    return take(drafts, articles::store);
  }

  /**
   * The same, of drafts that a source has brought.
   *
   * @param source its id
   */
  public List<Stored> take(List<ArticleDraft> drafts, long source) {
    return take(drafts, some -> articles.store(some, source));
  }

  private List<Stored> take(
      List<ArticleDraft> drafts, Function<List<ArticleDraft>, List<Stored>> store) {
    List<Stored> taken = new ArrayList<>(drafts.size());
    for (int from = 0; from < drafts.size(); from += TOGETHER) {
      taken.addAll(together(drafts.subList(from, Math.min(from + TOGETHER, drafts.size())), store));
    }
    return taken;
  }

  private List<Stored> together(
      List<ArticleDraft> drafts, Function<List<ArticleDraft>, List<Stored>> store) {
    List<Stored> outcomes;
    try {
      outcomes = store.apply(drafts);
    } catch (StoreUnavailableException | DamagedStoreException e) {
      throw e;
    } catch (RuntimeException defect) {
      // None of them is stored: one by one, only the bad one is left out.
      return oneByOne(drafts, store);
    }
    for (int i = 0; i < drafts.size(); i++) {
      tell(drafts.get(i), outcomes.get(i));
    }
    return outcomes;
  }

  private List<Stored> oneByOne(
      List<ArticleDraft> drafts, Function<List<ArticleDraft>, List<Stored>> store) {
    List<Stored> outcomes = new ArrayList<>();
    for (ArticleDraft draft : drafts) {
      try {
        Stored outcome = store.apply(List.of(draft)).getFirst();
        outcomes.add(outcome);
        tell(draft, outcome);
      } catch (StoreUnavailableException | DamagedStoreException e) {
        throw e;
      } catch (RuntimeException defect) {
        log.error(
            "An article of {} could not be stored and is left out: {}",
            draft.outlet(),
            draft.url(),
            defect);
        listener.setAside(draft, defect);
      }
    }
    return outcomes;
  }

  private void tell(ArticleDraft draft, Stored outcome) {
    try {
      listener.stored(draft, outcome);
    } catch (RuntimeException defect) {
      log.error(
          "The listener failed on {}; the article is stored all the same.", draft.url(), defect);
    }
  }
}
