package news.isnad.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sources that are polled. Safe for concurrent use; what a method has returned is durable. */
public interface SourceCatalogue {

  /**
   * Adds a source, due at once. Where another source has its name, a number is put behind it.
   *
   * @param name never blank
   * @param addedBy who adds it, as a person would say it
   */
  Addition add(String name, URI address, Source.Kind kind, Optional<String> outlet, String addedBy);

  /** Removes a source, called by name (in any case) or address. Its articles stay. */
  Optional<Source> remove(String nameOrAddress);

  /** The source of that name (in any case) or address. */
  Optional<Source> find(String nameOrAddress);

  /** All of them, by name. */
  List<Source> list();

  /** Those whose time has come, the longest overdue first. */
  List<Source> due(Instant now);

  /**
   * Records a poll. Recording it for a source that has been removed meanwhile does nothing.
   *
   * @param at when it was polled
   * @param next when it is due again
   */
  void record(long source, Instant at, Polled polled, Instant next);

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
     */
    record Success(Optional<String> etag, Optional<String> lastModified, int newItems)
        implements Polled {}

    /** It says that nothing has changed. */
    record Unchanged() implements Polled {}

    /**
     * It could not be read.
     *
     * @param why as a person would say it
     */
    record Failure(String why) implements Polled {}
  }
}
