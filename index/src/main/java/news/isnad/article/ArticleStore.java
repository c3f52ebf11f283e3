package news.isnad.article;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.isnad.text.Language;

/**
 * The articles that are tracked: the truth that everything else is derived from.
 *
 * <p>Safe for concurrent use. What a method has returned is durable.
 */
public interface ArticleStore {

  /**
   * Stores an article. Storing the same text again changes nothing; a material change of a known
   * article (same id, canonical address or guid) makes a new edition; another address with the same
   * fingerprint, outlet and language is the same article.
   */
  Stored store(ArticleDraft draft);

  /** Stores many in one transaction: all or none. Outcomes in the order of the drafts. */
  List<Stored> store(List<ArticleDraft> drafts);

  /**
   * The same, of drafts that a source has brought.
   *
   * @param source its id
   */
  default List<Stored> store(List<ArticleDraft> drafts, long source) {
    return store(drafts);
  }

  /**
   * Reads several things of one moment: what is stored meanwhile is not seen. Nothing can be stored
   * inside.
   */
  default <T> T ofOneMoment(Supplier<T> reading) {
    return reading.get();
  }

  /** Current editions with a sequence above {@code after}, in order, at most {@code limit}. */
  List<Edition> after(long after, int limit);

  /** The current edition of an article. */
  Optional<Edition> current(String article, Language language);

  /** The edition with this sequence, current or not. */
  Optional<Edition> edition(long sequence);

  /** The editions with these sequences, current or not; those that nobody knows are absent. */
  default Map<Long, Edition> editions(Collection<Long> sequences) {
    Map<Long, Edition> found = new LinkedHashMap<>();
    sequences.forEach(
        sequence -> edition(sequence).ifPresent(edition -> found.put(sequence, edition)));
    return found;
  }

  /** The sequences of the editions of an article, the oldest first. */
  List<Long> sequences(String article, Language language);

  /** What has become of an edition; of one that nobody knows: withdrawn. */
  Standing standing(long sequence);

  /**
   * The sequences of all editions of articles that are withdrawn or hidden; not of those of which
   * nothing is stored any more.
   */
  Set<Long> withdrawn();

  /**
   * Marks the articles of an address as withdrawn: its page is gone. One that is stored again later
   * stands again.
   *
   * @return how many were not withdrawn before
   */
  int withdraw(java.net.URI address);

  /**
   * The articles that were withdrawn by {@link #withdraw} at a time or after it, and still are, in
   * the order in which they were; none that is hidden.
   */
  List<GonePage> goneSince(java.time.Instant time);

  /** Every current edition, in order, without holding them all in memory. */
  void forEach(Consumer<Edition> each);

  /**
   * The newest current editions by publication, else ingest time, at most {@code limit}; none that
   * is withdrawn.
   */
  List<Edition> latest(int limit);

  /** True where an item with this guid or address has been stored before. */
  boolean knows(Optional<String> guid, Optional<java.net.URI> url);

  /**
   * Notes that a source, too, carries an item that is known; nothing is written where that is
   * known.
   */
  void carriedBy(long source, Optional<String> guid, Optional<java.net.URI> url);

  /**
   * The articles that a source brought last and that stand, the newest first.
   *
   * @param most how many at most; those whose address is unknown are among them, and left out
   */
  default List<Brought> broughtBy(long source, int most) {
    return List.of();
  }

  /**
   * An article that a source brought.
   *
   * @param since when it was stored first
   */
  record Brought(java.net.URI url, Instant since) {}

  /** The last sequence given; 0 in an empty store. */
  long lastSequence();

  /** Number of articles. */
  long count();

  /**
   * How much there is of a period.
   *
   * @param articles that were published then, or taken in where no date was printed
   * @param outlets that published them
   */
  record Extent(long articles, long outlets) {}

  /** How much there is of a period; its end is exclusive. */
  Extent in(Instant from, Instant to);

  /** Number of articles whose first edition came after a sequence. */
  long countAfter(long sequence);

  /** The outlets of everything that is stored; after a sequence, of the editions since then. */
  Set<String> outletsAfter(long sequence);

  /** When the oldest edition was published, or came in where it is undated; empty for none. */
  Optional<Instant> oldest();

  /** The same of the newest. */
  Optional<Instant> newest();

  /** What became of a draft. */
  sealed interface Stored {
    /** The first edition of a new article. */
    record Added(Edition edition) implements Stored {}

    /** A further edition of a known article; {@code replaced} is the sequence it replaces. */
    record Changed(Edition edition, long replaced) implements Stored {}

    /** Nothing new: the article is stored as it is, under this id. */
    record Known(String article) implements Stored {}
  }
}
