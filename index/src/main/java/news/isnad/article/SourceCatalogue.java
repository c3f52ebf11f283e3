package news.isnad.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.text.Language;

/** The sources that are polled. Safe for concurrent use; what a method has returned is durable. */
public interface SourceCatalogue {

  /**
   * Adds a source, due at once. Where another source has its name, a number is put behind it.
   *
   * @param name never blank
   * @param language that its articles are in; empty where they say so themselves
   * @param addedBy who adds it, as a person would say it
   */
  Addition add(
      String name,
      URI address,
      Source.Kind kind,
      Optional<String> outlet,
      Optional<Language> language,
      String addedBy);

  /** The same, of a source whose articles say themselves what language they are in. */
  default Addition add(
      String name, URI address, Source.Kind kind, Optional<String> outlet, String addedBy) {
    return add(name, address, kind, outlet, Optional.empty(), addedBy);
  }

  /** The name that a source would get. */
  String freeName(String wanted);

  /**
   * Removes a source for good, called by name (in any case) or address, also one that it has moved
   * from. Its articles stay.
   */
  Optional<Source> remove(String nameOrAddress);

  /** Removes a source so that it can come back as it was. Joins the transaction that runs. */
  void remove(long source, Instant at);

  /** Whether a source is removed and may come back. */
  boolean isRemoved(long source);

  /** Takes a removal back. False where the source is gone for good. */
  boolean restore(long source);

  /** A source that was removed does not come back any more. */
  void erase(long source);

  /** A source is not polled until it goes on. Joins the transaction that runs. */
  void pause(long source, boolean paused);

  /**
   * Calls a source otherwise; where another one has that name, with a number behind it.
   *
   * @return the name; empty where there is no such source any more, or the name is blank
   */
  Optional<String> rename(long source, String name);

  /**
   * What a source brings from now on is credited to an outlet, or to the one that its pages name.
   */
  void moveTo(long source, Optional<String> outlet);

  /** What the article says that a source brought last. */
  Optional<Brought> lastBrought(long source);

  /** Outlet and language of an article. */
  record Brought(String outlet, Language language) {}

  /** The source with this id. */
  Optional<Source> find(long source);

  /** The source of that name (in any case) or address, also one that it has moved from. */
  Optional<Source> find(String nameOrAddress);

  /** All of them, by name. */
  List<Source> list();

  /** Those whose time has come and that are not paused, the longest overdue first. */
  List<Source> due(Instant now);

  /**
   * Records a poll. Recording it for a source that has been removed meanwhile does nothing.
   *
   * @param at when it was polled
   * @param next when it is due again
   */
  void record(long source, Instant at, Polled polled, Instant next);

  /** What a feed said of its items with the last poll that was remembered, by their guids. */
  Map<String, Integer> said(long source);

  /** Remembers what a feed says of its items, and forgets the items that are not in it any more. */
  void remember(long source, Map<String, Integer> said);

  /** How a source does; empty where it has been removed. */
  Optional<SourceHealth> health(long source);

  /** How all of them do, by name. */
  List<SourceHealth> health();

  /**
   * Remembers what operators have been told of a source. Joins the transaction that runs.
   *
   * @param trouble empty where they were told that it has recovered
   */
  void told(long source, Optional<SourceHealth.Trouble> trouble, Instant at);

  /** What came of adding. */
  sealed interface Addition {
    Source source();

    record Added(Source source) implements Addition {}

    /** The address was in the catalogue before, perhaps under another name. */
    record Known(Source source) implements Addition {}
  }

  /** What came of a poll. */
  sealed interface Polled {
    /**
     * It was read.
     *
     * @param newItems how many items had not been seen before
     * @param movedTo where it says that it is from now on; after {@link #MOVES} such polls in a row
     *     that is its address
     */
    record Success(
        Optional<String> etag,
        Optional<String> lastModified,
        int newItems,
        Optional<URI> movedTo,
        Noticed noticed)
        implements Polled {
      /** One of which nothing else is to be said. */
      public Success(Optional<String> etag, Optional<String> lastModified, int newItems) {
        this(etag, lastModified, newItems, Optional.empty(), Noticed.NOTHING);
      }
    }

    /** It says that nothing has changed. */
    record Unchanged() implements Polled {}

    /**
     * It could not be read.
     *
     * @param why as a person would say it
     */
    record Failure(ErrorKind kind, String why) implements Polled {}
  }

  /** So many polls in a row have to say that a source has moved for good. */
  int MOVES = 3;

  /**
   * What was noticed while a source was read. Immutable.
   *
   * @param emptyBodies items without a text
   * @param repairs documents that were broken or wrongly encoded
   * @param duplicates items whose text was stored already
   * @param newest when the newest item was published
   * @param lag from published to stored, the median of the new items
   * @param perDay how many items a day the dates of the items speak of
   */
  record Noticed(
      int emptyBodies,
      int repairs,
      int duplicates,
      Optional<Instant> newest,
      Optional<Duration> lag,
      OptionalDouble perDay) {
    /** Nothing worth telling. */
    public static final Noticed NOTHING =
        new Noticed(0, 0, 0, Optional.empty(), Optional.empty(), OptionalDouble.empty());
  }

  /** Kinds of failures. Rows are stored by name. */
  enum ErrorKind {
    /** The name of the host leads nowhere. */
    NAME,
    /** No connection, or none that is safe. */
    CONNECTION,
    /** Too slow. */
    SLOW,
    /** The server answered with a status that means no. */
    STATUS,
    /** The answer cannot be read. */
    ANSWER,
    /** Our guard said no. */
    REFUSED,
    /** More than the configuration allows. */
    LARGE,
    /** Neither a feed nor an article. */
    NEWSLESS,
    /** A defect of the program. */
    DEFECT
  }
}
