package news.isnad.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import news.isnad.article.ArticleName;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;
import news.isnad.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which event each article reports, kept in the store.
 *
 * <p>Placements follow the editions under the cursor {@value #CURSOR}, which moves in the
 * transaction that stores them. An edition that cannot be placed is left without a story, and the
 * next one is taken.
 *
 * <p>Safe for concurrent use.
 */
public final class Stories {
  /** The cursor of the step that places editions. */
  public static final String CURSOR = "stories";

  /** Class-path folder of the tables. */
  public static final String MIGRATIONS = "news/isnad/story/migrations";

  private static final Logger log = LoggerFactory.getLogger(Stories.class);

  /** A reprint of a reprint of a reprint: longer rows than this there are none. */
  private static final int MOST_REPRINTS = 16;

  private final Database database;
  private final Cursors cursors;
  private final TraitReader reader;
  private final ReentrantLock following = new ReentrantLock();

  /** Guarded by {@code following}; null before the first batch and after a failure. */
  private @Nullable Held held;

  /** What is held in memory, level with a cursor. Confined to who holds the lock. */
  private static final class Held implements Placing.Changes {
    final Window window;
    final List<Consumer<StoryRows>> changes = new ArrayList<>();
    long lastStory;
    long done;

    Held(Commonness commonness) {
      window = new Window(commonness);
    }

    @Override
    public long newStory() {
      long story = ++lastStory;
      changes.add(rows -> rows.insertStory(story));
      return story;
    }

    @Override
    public void merged(long story, long into) {
      changes.add(rows -> rows.merge(story, into));
    }

    @Override
    public void moved(Article article, long story) {
      changes.add(rows -> rows.move(article.sequence(), story));
    }
  }

  public Stories(Database database, TraitReader reader) {
    this.database = requireNonNull(database, "database is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.cursors = new Cursors(database);
  }

  /** The sequence of the last edition that is placed; 0 for none. Later ones have no story yet. */
  public long done() {
    return cursors.position(CURSOR);
  }

  /** Where an edition belongs; empty while it is not placed. */
  public Optional<Placement> of(long sequence) {
    return database.reading(handle -> new StoryRows(handle).placement(sequence));
  }

  /**
   * The articles of a story, oldest first; none of a story that nobody knows.
   *
   * @param story an id that was ever given, merged since or not
   */
  public List<Member> articles(long story) {
    return database.reading(
        handle -> {
          StoryRows rows = new StoryRows(handle);
          return rows.members(rows.current(story));
        });
  }

  /**
   * What makes reports one with others: two that share a key (outlet, credited outlet, original)
   * are not independent. Editions that are not placed are absent.
   */
  public Map<Long, Set<String>> ties(Collection<Long> sequences) {
    return database.reading(
        handle -> {
          StoryRows rows = new StoryRows(handle);
          Map<Long, Set<String>> ties = new HashMap<>();
          for (long sequence : sequences) {
            rows.member(sequence)
                .ifPresent(member -> ties.put(sequence, member.ties(original(rows, member))));
          }
          return ties;
        });
  }

  /** How many outlets report a story, and how many of their reports are independent. */
  public Reports reports(long story) {
    return database.reading(
        handle -> {
          StoryRows rows = new StoryRows(handle);
          return Reports.of(
              rows.members(rows.current(story)).stream()
                  .map(member -> member.ties(original(rows, member)))
                  .toList());
        });
  }

  private static long original(StoryRows rows, Member member) {
    Member original = member;
    for (int step = 0; step < MOST_REPRINTS && original.reprintOf().isPresent(); step++) {
      Optional<Member> before = original.reprintOf().flatMap(rows::member);
      if (before.isEmpty()) {
        return original.reprintOf().get();
      }
      original = before.get();
    }
    return original.sequence();
  }

  /** The story that an id stands for now: another one where it was merged, else itself. */
  public long current(long story) {
    return database.reading(handle -> new StoryRows(handle).current(story));
  }

  /**
   * Places editions. Those that are placed already are passed over.
   *
   * @param batch editions in the order of their sequences, following those that are done
   * @param statements what is said in them, by sequence
   * @throws news.isnad.store.StoreUnavailableException if the store cannot take more at the moment;
   *     a later call does the same work
   */
  public void follow(List<Edition> batch, Map<Long, List<Statement>> statements) {
    following.lock();
    try {
      long done = done();
      List<Edition> fresh = batch.stream().filter(each -> each.sequence() > done).toList();
      if (!fresh.isEmpty()) {
        Held level = level(done);
        held = null;
        place(level, fresh, statements);
        held = level;
      }
    } finally {
      following.unlock();
    }
  }

  /** Forgets articles; their stories stay, without them. Not inside a transaction. */
  public void remove(Collection<ArticleName> names) {
    following.lock();
    try {
      held = null;
      database.inTransaction(
          handle -> {
            names.forEach(
                name ->
                    handle.execute(
                        "DELETE FROM story_edition WHERE article = ? AND language = ?",
                        name.article(),
                        name.language().code()));
            return names.size();
          });
    } finally {
      following.unlock();
    }
  }

  /** What is held, if it is level with the cursor, else read anew. */
  private Held level(long done) {
    Held present = held;
    if (present != null && present.done == done) {
      return present;
    }
    Held read = new Held(reader.commonness());
    read.done = done;
    return database.reading(
        handle -> {
          StoryRows rows = new StoryRows(handle);
          read.lastStory = rows.lastStory();
          rows.forEachLatest(Window.MOST_ARTICLES, read.window::add);
          return read;
        });
  }

  private void place(Held level, List<Edition> fresh, Map<Long, List<Statement>> statements) {
    level.changes.clear();
    List<Optional<TraitReader.Counted>> read = fresh.parallelStream().map(this::read).toList();
    for (int i = 0; i < fresh.size(); i++) {
      Edition edition = fresh.get(i);
      List<Statement> said = statements.getOrDefault(edition.sequence(), List.of());
      read.get(i).ifPresent(counted -> place(level, edition, counted, said));
    }
    long done = fresh.getLast().sequence();
    database.inTransaction(
        handle -> {
          try (StoryRows rows = new StoryRows(handle)) {
            level.changes.forEach(change -> change.accept(rows));
          }
          cursors.advance(CURSOR, done);
          return done;
        });
    level.done = done;
  }

  /** The border of one edition. */
  private Optional<TraitReader.Counted> read(Edition edition) {
    try {
      return Optional.of(reader.read(edition));
    } catch (RuntimeException | StackOverflowError defect) {
      log.error(
          "Edition {} of {} is left without a story: it counts as an event of its own.",
          edition.number(),
          edition.article(),
          defect);
      return Optional.empty();
    }
  }

  private void place(
      Held level, Edition edition, TraitReader.Counted counted, List<Statement> said) {
    String key = key(edition.article(), edition.language().code());
    long moment = edition.published().orElse(edition.ingested()).toEpochMilli();
    Traits traits = counted.weighted(level.window);
    Set<String> origins = Origins.of(said);
    byte[] bytes = TraitBytes.written(traits);
    int before = level.changes.size();
    Article article = new Article(edition.sequence(), key, moment, traits, 0);
    Placement placement =
        new Placing(level.window, level).place(article, level.window.article(key));
    int row = placement.isNew() ? before + 1 : before;
    level.changes.add(row, rows -> rows.insert(edition, placement, origins, bytes));
  }

  static String key(String article, String language) {
    return language + "|" + article;
  }
}
