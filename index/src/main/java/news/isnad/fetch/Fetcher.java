package news.isnad.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * From an address to what is there. Never throws for what the web may do. Safe for concurrent use;
 * a call blocks its thread until the deadline at most, and before that for its turn at the host.
 */
public interface Fetcher extends AutoCloseable {
  /** What is at an address, or that it is still what the validators describe. */
  Fetched fetch(String address, Validators known);

  /** What is at an address. */
  default Fetched fetch(String address) {
    return fetch(address, Validators.NONE);
  }

  /** Why nothing would be fetched from an address, as far as it can be told without asking. */
  default Optional<Fetched.Refused> refusal(String address) {
    return Optional.empty();
  }

  /**
   * Reads what is at an address. Prefer this to {@link #fetch}: the memory that a large body takes
   * is bounded for all callers together until the reader has returned.
   *
   * @param reader keeps nothing of the body
   */
  default <T> T read(
      String address, Validators known, Purpose purpose, Function<Fetched, T> reader) {
    return reader.apply(fetch(address, known));
  }

  /**
   * Reads what is at an address, or as much of it as anybody wants: a feed of a million items is
   * cut, and the rest of it is not fetched.
   *
   * @param wanted how much, as the first megabyte of a long document shows
   * @param reader keeps nothing of the body
   */
  default <T> T readBeginning(
      String address,
      Validators known,
      Purpose purpose,
      Function<Content, Wanted> wanted,
      Function<Fetched, T> reader) {
    return read(address, known, purpose, reader);
  }

  /** The sitemaps that the {@code robots.txt} of an address's site names, as they stand there. */
  default List<String> sitemaps(URI address) {
    return List.of();
  }

  /** Ends calls under way and closes connections. */
  @Override
  void close();

  /** How much of a long document is wanted. */
  enum Wanted {
    /** No more than this. */
    ENOUGH,
    /** As much as a body may have. */
    BEGINNING,
    /** All of it, or nothing. */
    WHOLE
  }

  /** Why something is fetched. */
  enum Purpose {
    /** Somebody named the address, or it is a feed: {@code robots.txt} is not asked. */
    NAMED,
    /** A page that was found by way of something else: fetched if {@code robots.txt} permits. */
    PAGE,
    /**
     * Somebody hands in this very document: {@code robots.txt} is not asked, PDF and Word are
     * wanted too, and it may be as large as a file that is handed in.
     */
    HANDED_IN
  }
}
