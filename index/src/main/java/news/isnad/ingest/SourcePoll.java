package news.isnad.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedItem;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Validators;
import news.isnad.ingest.ItemArticles.Item;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one source: what is new there is fetched, read and stored.
 *
 * <ul>
 *   <li>Items are read as {@link ItemArticles} does; known ones are passed over.
 *   <li>A page that fails for the moment is tried again with the next poll, three times in all;
 *       what yields nothing is left alone for six hours.
 *   <li>Validators are kept only when nothing is left to be fetched: else the server would say that
 *       nothing has changed, and the rest would never be seen.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
final class SourcePoll {
  private static final Logger log = LoggerFactory.getLogger(SourcePoll.class);
  private static final int NEW_ITEMS = 50;
  private static final int TRIES = 3;
  private static final Duration LEFT_ALONE = Duration.ofHours(6);

  private final Fetcher web;
  private final DocumentReader documents;
  private final ArticleStore articles;
  private final Ingest ingest;
  private final ItemArticles items;

  /** How often an item has been tried without a result. */
  private final Cache<String, Integer> tried;

  SourcePoll(
      Fetcher web,
      DocumentReader documents,
      ArticleStore articles,
      Ingest ingest,
      InstantSource clock) {
    this.web = web;
    this.documents = documents;
    this.items = new ItemArticles(web, documents);
    this.articles = articles;
    this.ingest = ingest;
    this.tried =
        Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(LEFT_ALONE)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
  }

  /** What came of a poll, and how long the server asked to be left alone. */
  record Outcome(Polled polled, Optional<Duration> asked) {
    static Outcome of(Polled polled) {
      return new Outcome(polled, Optional.empty());
    }
  }

  /**
   * @throws StoreUnavailableException if what was found cannot be stored at the moment
   */
  Outcome poll(Source source) {
    Validators known = new Validators(source.etag(), source.lastModified());
    return switch (web.fetch(source.address().toString(), known)) {
      case Fetched.Body body -> Outcome.of(read(source, body));
      case Fetched.Unchanged() -> Outcome.of(new Polled.Unchanged());
      case Fetched.Refused(Fetched.Reason reason, String why) ->
          Outcome.of(new Polled.Failure(why));
      case Fetched.Failed failed ->
          new Outcome(new Polled.Failure(failed.why()), failed.retryAfter());
    };
  }

  private Polled read(Source source, Fetched.Body body) {
    return switch (document(body, given(source))) {
      case Document.FeedItems(Feed feed) -> readFeed(source, feed, body.validators());
      case Document.Articles found when source.kind() == Source.Kind.PAGE ->
          success(body.validators(), store(ItemArticles.onOwnSite(found.drafts(), body.address())));
      case Document.Articles _ -> new Polled.Failure("what is there is not a feed");
      case Document.Refused(String why) -> new Polled.Failure(why);
    };
  }

  private Document document(Fetched.Body body, Given given) {
    return documents.read(
        body.content().bytes(), body.address().toString(), body.content().type(), given);
  }

  /** How many of these are new, or new editions. */
  private int store(List<ArticleDraft> drafts) {
    return (int)
        ingest.take(drafts).stream().filter(stored -> !(stored instanceof Stored.Known)).count();
  }

  private Polled readFeed(Source source, Feed feed, Validators validators) {
    int fetched = 0;
    int stored = 0;
    boolean complete = true;
    for (FeedItem item : feed.items()) {
      Item named = Item.of(item, source.address().toString());
      if (articles.knows(Optional.of(named.guid()), named.link()) || tries(named) >= TRIES) {
        continue;
      }
      if (fetched == NEW_ITEMS || Thread.currentThread().isInterrupted()) {
        complete = false;
        break;
      }
      fetched++;
      switch (take(source, feed, named)) {
        case STORED -> stored++;
        case LATER -> complete = false;
        case NOTHING -> {}
      }
    }
    return success(complete ? validators : Validators.NONE, stored);
  }

  private enum Taken {
    STORED,
    LATER,
    NOTHING
  }

  /** The border of one item. */
  private Taken take(Source source, Feed feed, Item item) {
    try {
      return takeItem(source, feed, item);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException defect) {
      leaveAlone(item, TRIES);
      log.error(
          "Item {} of {} is set aside for {}.", item.guid(), source.name(), LEFT_ALONE, defect);
      return Taken.NOTHING;
    }
  }

  private Taken takeItem(Source source, Feed feed, Item item) {
    ItemArticles.Held held = items.read(feed, item, given(source));
    if (held.laterMore() && tries(item) + 1 < TRIES) {
      leaveAlone(item, tries(item) + 1);
      return Taken.LATER;
    }
    if (held.article().isEmpty()) {
      leaveAlone(item, TRIES);
      return Taken.NOTHING;
    }
    return store(List.of(held.article().get())) > 0 ? Taken.STORED : Taken.NOTHING;
  }

  private static Given given(Source source) {
    return new Given(source.outlet(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Polled success(Validators validators, int stored) {
    return new Polled.Success(validators.etag(), validators.lastModified(), stored);
  }

  private int tries(Item item) {
    return Optional.ofNullable(tried.getIfPresent(item.guid())).orElse(0);
  }

  private void leaveAlone(Item item, int tries) {
    tried.put(item.guid(), tries);
  }
}
