package news.isnad.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.extract.Outlets;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedItem;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Validators;
import news.isnad.store.StoreUnavailableException;
import news.isnad.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one source: what is new there is fetched, read and stored.
 *
 * <ul>
 *   <li>An item is known by its guid, which counts within its source unless it is an address, or by
 *       its link. Known items are passed over.
 *   <li>The text is that of the item's page; where the page has none, the item's own, if it is long
 *       enough to be an article.
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
  private static final int LONG_ENOUGH = 300;
  private static final Duration LEFT_ALONE = Duration.ofHours(6);

  private final Fetcher web;
  private final DocumentReader documents;
  private final ArticleStore articles;
  private final Ingest ingest;
  private final Outlets outlets = Outlets.shipped();

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
    Given given = new Given(source.outlet(), Optional.empty(), Optional.empty(), Optional.empty());
    return switch (document(body, given)) {
      case Document.FeedItems(Feed feed) -> readFeed(source, feed, body.validators());
      case Document.Articles found when source.kind() == Source.Kind.PAGE ->
          success(body.validators(), store(ownAddress(found.drafts(), body.address())));
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
      Item named = new Item(item, guid(source, item), item.link().flatMap(SourcePoll::address));
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

  /** An item with the keys that it is known by. */
  private record Item(FeedItem item, String guid, Optional<URI> link) {}

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
    Optional<Fetched> answer = item.link().map(link -> web.fetch(link.toString()));
    if (answer.isPresent()
        && answer.get() instanceof Fetched.Failed failed
        && failed.temporary()
        && tries(item) + 1 < TRIES) {
      leaveAlone(item, tries(item) + 1);
      return Taken.LATER;
    }
    List<ArticleDraft> drafts =
        answer.map(found -> fromPage(source, item, found)).orElse(List.of());
    if (drafts.isEmpty()) {
      drafts = fromItem(source, feed, item);
    }
    if (drafts.isEmpty()) {
      leaveAlone(item, TRIES);
      return Taken.NOTHING;
    }
    return store(drafts) > 0 ? Taken.STORED : Taken.NOTHING;
  }

  private List<ArticleDraft> fromPage(Source source, Item item, Fetched answer) {
    Given given =
        new Given(source.outlet(), item.item().published(), Optional.empty(), Optional.empty());
    if (answer instanceof Fetched.Body body
        && document(body, given) instanceof Document.Articles found
        && found.drafts().size() == 1) {
      return ownAddress(found.drafts(), body.address()).stream()
          .map(
              page ->
                  new ArticleDraft(
                      page.givenId(),
                      page.url(),
                      Optional.of(item.guid()),
                      page.outlet(),
                      page.title().isBlank() ? item.item().title() : page.title(),
                      page.language(),
                      page.published(),
                      page.text()))
          .toList();
    }
    return List.of();
  }

  private List<ArticleDraft> fromItem(Source source, Feed feed, Item item) {
    String text = PlainText.of(item.item().content());
    if (text.length() < LONG_ENOUGH) {
      return List.of();
    }
    URI address = item.link().orElse(source.address());
    return List.of(
        new ArticleDraft(
            Optional.empty(),
            item.link(),
            Optional.of(item.guid()),
            source
                .outlet()
                .or(() -> outlets.ofAddress(address))
                .or(() -> Optional.of(feed.title()).filter(title -> !title.isBlank()))
                .orElseGet(() -> host(address)),
            item.item().title(),
            Language.detect(text),
            item.item().published(),
            text));
  }

  /**
   * A page may name its own address, but not one on another site: it would replace what stands
   * there.
   */
  private static List<ArticleDraft> ownAddress(List<ArticleDraft> drafts, URI address) {
    return drafts.stream()
        .map(
            draft ->
                new ArticleDraft(
                    draft.givenId(),
                    Optional.of(
                        draft.url().filter(own -> isSameSite(own, address)).orElse(address)),
                    draft.guid(),
                    draft.outlet(),
                    draft.title(),
                    draft.language(),
                    draft.published(),
                    draft.text()))
        .toList();
  }

  private static boolean isSameSite(URI canonical, URI address) {
    String one = "." + host(canonical);
    String other = "." + host(address);
    return one.endsWith(other) || other.endsWith(one);
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

  /** Only addresses are different everywhere; "17" is not. */
  private static String guid(Source source, FeedItem item) {
    String given = item.guid().or(item::link).orElseGet(item::title);
    boolean everywhere = given.matches("(?i)(https?:|tag:|urn:).*");
    return everywhere ? given : source.address() + "#" + given;
  }

  private static Optional<URI> address(String link) {
    try {
      URI address = URI.create(link.strip());
      return address.getHost() == null ? Optional.empty() : Optional.of(address);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String host(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse(address.toString());
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }
}
