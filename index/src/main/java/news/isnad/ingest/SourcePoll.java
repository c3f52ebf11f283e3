package news.isnad.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Noticed;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.feed.Feed;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Fetcher.Purpose;
import news.isnad.fetch.Validators;
import news.isnad.ingest.ItemArticles.Item;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one source: what is new there is fetched, read and stored.
 *
 * <ul>
 *   <li>Items are read as {@link ItemArticles} does; known ones are passed over, unless the feed
 *       says another title or date of them than with the poll before. Where the page of a known one
 *       is gone for good (410), or is not there (404) in two polls, its article is withdrawn. Pages
 *       of what came lately are looked at again all the same ({@link SecondLooks}).
 *   <li>A page that fails for the moment is tried again with the next poll, three times in all;
 *       what yields nothing is left alone for six hours.
 *   <li>A poll ends after five minutes, or where three pages in a row fail for the moment or are
 *       too large, or where the host asks to be left alone. The rest is for the next one.
 *   <li>Validators are kept only when nothing is left to be fetched: else the server would say that
 *       nothing has changed, and the rest would never be seen.
 *   <li>Of a feed only the items to be fetched are kept, and articles are stored some together.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
final class SourcePoll {
  private static final Logger log = LoggerFactory.getLogger(SourcePoll.class);
  private static final int NEW_ITEMS = 50;
  private static final int TRIES = 3;
  private static final int TROUBLES = 3;
  private static final int TOGETHER = 20;
  private static final int FEWEST_DATED = 3;
  private static final double MOST_PER_DAY = 100_000;
  private static final double MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();
  private static final Duration WAITING = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LEFT_ALONE = Duration.ofHours(6);
  private static final Duration MISSED_FOR = Duration.ofDays(7);

  private final SourceCatalogue sources;
  private final Fetcher web;
  private final DocumentReader documents;
  private final ArticleStore articles;
  private final Ingest ingest;
  private final ItemArticles items;
  private final SecondLooks secondLooks;
  private final InstantSource clock;

  /** How often an item has been tried without a result. */
  private final Cache<String, Integer> tried;

  /** Pages of known articles that were not there when they were asked for last. */
  private final Cache<String, Boolean> missing;

  SourcePoll(
      SourceCatalogue sources,
      Fetcher web,
      DocumentReader documents,
      ArticleStore articles,
      Ingest ingest,
      InstantSource clock) {
    this.sources = sources;
    this.web = web;
    this.documents = documents;
    this.items = new ItemArticles(web, documents);
    this.articles = articles;
    this.ingest = ingest;
    this.secondLooks = new SecondLooks(articles, clock);
    this.clock = clock;
    this.tried = remembering(LEFT_ALONE);
    this.missing = remembering(MISSED_FOR);
  }

  private <T> Cache<String, T> remembering(Duration time) {
    return Caffeine.newBuilder()
        .maximumSize(20_000)
        .expireAfterWrite(time)
        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
        .build();
  }

  /** Whether a page that is not there now is gone: for good, or for the second time in a row. */
  private boolean isSurelyGone(String page, boolean forGood) {
    boolean before = missing.getIfPresent(page) != null;
    missing.put(page, true);
    return forGood || before;
  }

  /** What came of a poll, and how long the server asked to be left alone. */
  record Outcome(Polled polled, Optional<Duration> asked) {
    static Outcome of(Polled polled) {
      return new Outcome(polled, Optional.empty());
    }

    static Outcome failed(ErrorKind kind, String why) {
      return of(new Polled.Failure(kind, why));
    }
  }

  /** What was found at a source's address, without its bytes. */
  private sealed interface Found {
    record Ended(Outcome outcome) implements Found {}

    record Page(List<ArticleDraft> drafts, Validators validators, Optional<URI> movedTo)
        implements Found {}

    /**
     * @param feed has no items of its own
     * @param fresh those that are to be fetched
     * @param all whether these are all
     */
    record NewItems(
        Feed feed,
        List<Item> fresh,
        boolean all,
        ItemMemory memory,
        Noticed noticed,
        Validators validators,
        Optional<URI> movedTo)
        implements Found {}
  }

  /**
   * @throws StoreUnavailableException if what was found cannot be stored at the moment
   */
  Outcome poll(Source source) {
    Validators known = new Validators(source.etag(), source.lastModified());
    String address = source.address().toString();
    Found found =
        switch (source.kind()) {
          case PAGE -> web.read(address, known, Purpose.PAGE, fetched -> found(source, fetched));
          case FEED ->
              web.readBeginning(
                  address,
                  known,
                  Purpose.NAMED,
                  documents::wanted,
                  fetched -> found(source, fetched));
        };
    return switch (found) {
      case Found.Ended(Outcome outcome) -> {
        if (source.kind() == Source.Kind.FEED && outcome.polled() instanceof Polled.Unchanged) {
          new PagesOf(source).lookAgain();
        }
        yield outcome;
      }
      case Found.Page page -> new PagesOf(source).page(page);
      case Found.NewItems fresh -> new PagesOf(source).items(fresh);
    };
  }

  private Found found(Source source, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> {
        missing.invalidate(source.address().toString());
        yield read(source, body);
      }
      case Fetched.Unchanged() -> new Found.Ended(Outcome.of(new Polled.Unchanged()));
      case Fetched.Refused(Fetched.Reason reason, String why) -> failed(kind(reason), why);
      case Fetched.Failed failed -> {
        if (failed.isGone()
            && source.kind() == Source.Kind.PAGE
            && isSurelyGone(source.address().toString(), failed.isGoneForGood())) {
          articles.withdraw(source.address());
        }
        yield new Found.Ended(
            new Outcome(
                new Polled.Failure(kind(failed.trouble()), failed.why()), failed.retryAfter()));
      }
    };
  }

  private static Found failed(ErrorKind kind, String why) {
    return new Found.Ended(Outcome.failed(kind, why));
  }

  private static ErrorKind kind(Fetched.Reason reason) {
    return switch (reason) {
      case NOT_AN_ADDRESS, SCHEME, CREDENTIALS, PORT, PRIVATE_ADDRESS, TOO_MANY_REDIRECTS, ROBOTS ->
          ErrorKind.REFUSED;
      case TOO_LARGE -> ErrorKind.LARGE;
      case NOT_TEXT -> ErrorKind.NEWSLESS;
    };
  }

  private static ErrorKind kind(Fetched.Trouble trouble) {
    return switch (trouble) {
      case NAME -> ErrorKind.NAME;
      case CONNECTION -> ErrorKind.CONNECTION;
      case SLOW -> ErrorKind.SLOW;
      case STATUS -> ErrorKind.STATUS;
      case ANSWER -> ErrorKind.ANSWER;
    };
  }

  private Found read(Source source, Fetched.Body body) {
    return switch (document(body, given(source))) {
      case Document.FeedItems(Feed feed) -> newItems(source, feed, body);
      case Document.Articles found when source.kind() == Source.Kind.PAGE ->
          new Found.Page(
              ItemArticles.onOwnSite(found.drafts(), body.address()),
              body.validators(),
              body.movedTo());
      case Document.Articles _ -> failed(ErrorKind.NEWSLESS, "what is there is not a feed");
      case Document.Refused(String why) -> failed(ErrorKind.NEWSLESS, why);
    };
  }

  private Document document(Fetched.Body body, Given given) {
    return documents.read(
        body.content().view(), body.address().toString(), body.content().type(), given);
  }

  private Found newItems(Source source, Feed feed, Fetched.Body body) {
    List<Item> fresh = new ArrayList<>();
    ItemMemory memory = new ItemMemory(sources, source.id());
    boolean all = true;
    for (Item named : Item.of(feed, source.address().toString())) {
      if (!all) {
        memory.pass(named);
        continue;
      }
      boolean known = articles.knows(Optional.of(named.guid()), named.link());
      if (known) {
        articles.carriedBy(source.id(), Optional.of(named.guid()), named.link());
      }
      if (tries(named) >= TRIES) {
        memory.pass(named);
        continue;
      }
      if (!memory.isSaidOtherwise(named) && known) {
        continue;
      }
      if (fresh.size() == NEW_ITEMS) {
        memory.forget(named);
        all = false;
        continue;
      }
      fresh.add(named);
    }
    Feed bare = new Feed(true, feed.title(), feed.link(), feed.language(), List.of(), List.of());
    return new Found.NewItems(
        bare, fresh, all, memory, noticed(feed), body.validators(), body.movedTo());
  }

  /** What the feed as a whole tells. */
  private Noticed noticed(Feed feed) {
    Instant now = clock.instant();
    List<Instant> dates =
        feed.items().stream()
            .flatMap(item -> item.published().stream())
            .filter(date -> !date.isAfter(now))
            .sorted()
            .toList();
    OptionalDouble perDay = OptionalDouble.empty();
    if (dates.size() >= FEWEST_DATED && dates.getFirst().isBefore(dates.getLast())) {
      double days = Duration.between(dates.getFirst(), now).toMillis() / MILLIS_OF_A_DAY;
      perDay = OptionalDouble.of(Math.min((dates.size() - 1) / days, MOST_PER_DAY));
    }
    return new Noticed(
        0,
        feed.problems().isEmpty() ? 0 : 1,
        0,
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.getLast()),
        Optional.empty(),
        perDay);
  }

  private static Given given(Source source) {
    return new Given(source.outlet(), Optional.empty(), source.language(), Optional.empty());
  }

  private int tries(Item item) {
    return Optional.ofNullable(tried.getIfPresent(item.guid())).orElse(0);
  }

  private void leaveAlone(Item item, int tries) {
    tried.put(item.guid(), tries);
  }

  /** The pages of one poll. Confined to one thread. */
  private final class PagesOf {
    private final Source source;
    private final Instant begun = clock.instant();
    private final List<ArticleDraft> pending = new ArrayList<>();
    private final List<Duration> lags = new ArrayList<>();
    private Instant pendingSince = begun;
    private int stored;
    private int duplicates;
    private int empty;
    private int troubles;
    private boolean complete = true;
    private Optional<Duration> asked = Optional.empty();

    PagesOf(Source source) {
      this.source = source;
    }

    Outcome page(Found.Page page) {
      pending.addAll(page.drafts());
      store();
      return outcome(page.validators(), page.movedTo(), Noticed.NOTHING);
    }

    Outcome items(Found.NewItems fresh) {
      complete = fresh.all();
      for (Item item : fresh.fresh()) {
        if (isOver()) {
          complete = false;
          fresh.memory().forget(item);
          continue;
        }
        boolean taken = take(fresh.feed(), item);
        complete &= taken;
        if (!taken || tries(item) >= TRIES) {
          fresh.memory().forget(item);
        }
        if (pending.size() >= TOGETHER || isAfter(pendingSince, WAITING)) {
          store();
        }
      }
      store();
      fresh.memory().remember();
      lookAgain();
      return outcome(
          complete ? fresh.validators() : Validators.NONE, fresh.movedTo(), fresh.noticed());
    }

    /** What is found there counts neither for the source nor against it. */
    void lookAgain() {
      for (URI page : secondLooks.due(source)) {
        if (isOver()) {
          return;
        }
        try {
          lookAt(page);
        } catch (StoreUnavailableException e) {
          throw e;
        } catch (RuntimeException | StackOverflowError defect) {
          log.error("The page {} could not be read again.", page, defect);
        }
      }
    }

    private void lookAt(URI page) {
      ItemArticles.Held held = items.again(page, given(source));
      troubles = held.laterMore() || held.large() ? troubles + 1 : 0;
      asked = held.asked();
      if (held.gone()) {
        if (isSurelyGone(page.toString(), held.goneForGood())) {
          articles.withdraw(page);
        }
        return;
      }
      missing.invalidate(page.toString());
      // A page that leads to another one by now is that one's business.
      held.article()
          .filter(draft -> articles.knows(Optional.empty(), draft.url()))
          .ifPresent(draft -> ingest.take(List.of(draft), source.id()));
    }

    private boolean isOver() {
      return troubles >= TROUBLES
          || asked.isPresent()
          || Thread.currentThread().isInterrupted()
          || isAfter(begun, LONGEST);
    }

    private boolean isAfter(Instant since, Duration time) {
      return clock.instant().isAfter(since.plus(time));
    }

    /**
     * The border of one item.
     *
     * @return false where it is to be tried again
     */
    private boolean take(Feed feed, Item item) {
      try {
        return takeItem(feed, item);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError defect) {
        leaveAlone(item, TRIES);
        log.error(
            "Item {} of {} is set aside for {}.", item.guid(), source.name(), LEFT_ALONE, defect);
        return true;
      }
    }

    private boolean takeItem(Feed feed, Item item) {
      ItemArticles.Held held = items.read(feed, item, given(source));
      troubles = held.laterMore() || held.large() ? troubles + 1 : 0;
      asked = held.asked();
      if (asked.isPresent()) {
        return false;
      }
      if (held.laterMore() && tries(item) + 1 < TRIES) {
        leaveAlone(item, tries(item) + 1);
        return false;
      }
      if (held.gone() && articles.knows(Optional.of(item.guid()), item.link())) {
        if (!isSurelyGone(item.guid(), held.goneForGood())) {
          return false;
        }
        item.link().ifPresent(articles::withdraw);
        return true;
      }
      missing.invalidate(item.guid());
      if (held.article().isEmpty()) {
        leaveAlone(item, TRIES);
        empty++;
        return true;
      }
      if (pending.isEmpty()) {
        pendingSince = clock.instant();
      }
      pending.add(held.article().get());
      return true;
    }

    private void store() {
      if (pending.isEmpty()) {
        return;
      }
      Instant now = clock.instant();
      for (Stored each : ingest.take(pending, source.id())) {
        switch (each) {
          case Stored.Added added -> {
            stored++;
            added
                .edition()
                .published()
                .filter(date -> source.lastPolled().isPresent() && !date.isAfter(now))
                .ifPresent(date -> lags.add(Duration.between(date, now)));
          }
          case Stored.Changed _ -> {} // no new item
          case Stored.Known _ -> duplicates++;
        }
      }
      pending.clear();
    }

    private Outcome outcome(Validators validators, Optional<URI> movedTo, Noticed feed) {
      Noticed noticed =
          new Noticed(
              empty,
              feed.repairs(),
              duplicates,
              feed.newest(),
              lags.stream().sorted().skip(lags.size() / 2).findFirst(),
              feed.perDay());
      return new Outcome(
          new Polled.Success(
              validators.etag(), validators.lastModified(), stored, movedTo, noticed),
          asked);
    }
  }
}
