package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.SourceHealth;

/** Where sources are added and removed. Implementations are safe for concurrent use. */
public interface SourceDesk {
  /**
   * Looks at an address and tracks it, if it is news. May take as long as a fetch may.
   *
   * @param by id of the operator
   */
  Outcome add(URI address, long by);

  /** Stops tracking; articles stay. False if it was not tracked. */
  boolean remove(URI address, long by);

  /** The tracked sources with this name, whatever its case, or this address. */
  List<Tracked> find(String nameOrAddress);

  /** All of them, those with trouble first. */
  List<Tracked> tracked();

  /** Where single articles are handed in. */
  default IntakeDesk intake() {
    return IntakeDesk.CLOSED;
  }

  /** What became of an address. */
  sealed interface Outcome {
    /**
     * It is tracked from now on.
     *
     * @param name the name it goes by; hostile
     * @param items how many items it offers now
     */
    record Added(String name, int items) implements Outcome {}

    /** It was tracked already, under this name. */
    record Known(String name) implements Outcome {}

    /**
     * Nothing was stored.
     *
     * @param details what exactly, for an operator; hostile, perhaps empty
     */
    record Refused(Reason reason, String details) implements Outcome {}
  }

  /** Why an address is not tracked. */
  enum Reason {
    /** Not http or https, or no host. */
    ADDRESS,
    /** Private or special: the guard refuses it. */
    FORBIDDEN,
    /** No answer, or an error instead of a page. */
    UNREACHABLE,
    SLOW,
    LARGE,
    /** It answers, and holds neither a feed nor an article. */
    NEWSLESS
  }

  /**
   * A source as operators see it. Immutable.
   *
   * @param read when it was last read without trouble
   * @param trouble what went wrong last; hostile
   */
  record Tracked(
      String name,
      URI address,
      long articles,
      Optional<Instant> read,
      Optional<String> trouble,
      Optional<SourceHealth> health) {
    public Tracked {
      requireNonNull(address, "address is null");
      requireNonNull(health, "health is null");
    }

    /** One whose health is not known. */
    public Tracked(
        String name, URI address, long articles, Optional<Instant> read, Optional<String> trouble) {
      this(name, address, articles, read, trouble, Optional.empty());
    }
  }
}
