package news.isnad.speaker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.Cursors;
import news.isnad.store.Database;
import news.isnad.store.Prepared;
import news.isnad.text.Span;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The statements of stored editions.
 *
 * <p>They follow the editions under the cursor {@value #CURSOR}, which moves in the transaction
 * that stores them. Storing those of an edition again replaces them.
 *
 * <p>Safe for concurrent use; joins a transaction of the database.
 */
public final class StatementStore {
  /** The cursor of the step that finds statements. */
  public static final String CURSOR = "statements";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader CREDITS = JSON.readerForListOf(Credit.class);

  /** Columns are read by their place here: a thousand rows are asked for at a time. */
  private static final String OF_EDITION =
      "SELECT edition, starts, ends, sentence_starts, sentence_ends, kind, speech, speaker, role,"
          + " entity, institution, anonymous, upstream FROM statement"
          + " WHERE edition = :edition ORDER BY place";

  private final Database database;
  private final Cursors cursors;

  /** How an upstream is written down. */
  private record Credit(String name, @Nullable String entity, int start, int end) {}

  public StatementStore(Database database) {
    this.database = requireNonNull(database, "database is null");
    this.cursors = new Cursors(database);
  }

  /**
   * Stores the statements of editions, and that everything up to a sequence is done, in one
   * transaction.
   *
   * @param bySequence for each edition its statements in the order of its text; may be none
   * @param done sequence of the last edition that is done with
   */
  public void save(Map<Long, List<Statement>> bySequence, long done) {
    save(bySequence, done, 0);
  }

  /**
   * The same, made by rules of a version.
   *
   * @param rules see {@link Attribution#version}
   */
  public void save(Map<Long, List<Statement>> bySequence, long done, int rules) {
    database.inTransaction(
        handle -> {
          long position = cursors.position(CURSOR);
          int before = position == 0 ? rules : rules(handle);
          note(handle, before == rules ? rules : 0);
          replace(handle, bySequence, position);
          cursors.advance(CURSOR, done);
          return done;
        });
  }

  /** Notes that all that is stored was made by rules of a version. */
  public void allMadeBy(int rules) {
    database.inTransaction(handle -> note(handle, rules));
  }

  /** Whether all that is stored was made by rules of a version, which is known. */
  public boolean areMadeBy(int rules) {
    return rules != 0 && database.reading(StatementStore::rules) == rules;
  }

  /** The store's file has a number for its user; 0 where rules of several versions were at work. */
  private static int rules(Handle handle) {
    return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
  }

  private static int note(Handle handle, int rules) {
    if (rules(handle) != rules) {
      handle.execute("PRAGMA user_version = " + rules);
    }
    return rules;
  }

  /** The sequence of the last edition whose statements are stored; 0 for none. */
  public long done() {
    return cursors.position(CURSOR);
  }

  /** The statements of an edition in the order of its text. */
  public List<Statement> of(long sequence) {
    return of(List.of(sequence)).getOrDefault(sequence, List.of());
  }

  /** The statements of several editions; editions without any are absent. */
  public Map<Long, List<Statement>> of(Collection<Long> sequences) {
    if (sequences.isEmpty()) {
      return Map.of();
    }
    return database.readingPrepared(
        prepared -> {
          Map<Long, List<Statement>> found = new HashMap<>();
          for (long sequence : sequences) {
            List<Statement> said = prepared.all(OF_EDITION, StatementStore::statement, sequence);
            if (!said.isEmpty()) {
              found.put(sequence, said);
            }
          }
          return found;
        });
  }

  /** Behind the cursor's place nothing is stored that would have to go. */
  private static void replace(Handle handle, Map<Long, List<Statement>> bySequence, long position) {
    try (Prepared prepared = new Prepared(handle.getConnection())) {
      bySequence.forEach(
          (sequence, statements) -> {
            if (sequence <= position) {
              prepared.execute("DELETE FROM statement WHERE edition = ?", sequence);
            }
            add(prepared, sequence, statements);
          });
    }
  }

  private static void add(Prepared prepared, long sequence, List<Statement> statements) {
    for (int place = 0; place < statements.size(); place++) {
      Statement statement = statements.get(place);
      Optional<Speaker> speaker = statement.speaker();
      prepared.execute(
          "INSERT INTO statement (edition, place, starts, ends, sentence_starts, sentence_ends,"
              + " kind, speech, speaker, role, entity, institution, anonymous, upstream) VALUES"
              + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          sequence,
          place,
          statement.span().start(),
          statement.span().end(),
          statement.sentences().start(),
          statement.sentences().end(),
          statement.kind().name(),
          statement.speech().name(),
          speaker.map(Speaker::name).orElse(null),
          speaker.flatMap(Speaker::role).orElse(null),
          speaker.flatMap(Speaker::entity).orElse(null),
          speaker.flatMap(Speaker::institution).orElse(null),
          speaker.filter(Speaker::anonymous).isPresent() ? 1 : 0,
          written(statement.upstream()));
    }
  }

  private static Statement statement(ResultSet row) throws SQLException {
    String name = row.getString(8);
    Optional<Speaker> speaker = Optional.empty();
    if (name != null) {
      speaker =
          Optional.of(
              new Speaker(
                  name,
                  Optional.ofNullable(row.getString(9)),
                  Optional.ofNullable(row.getString(10)),
                  Optional.ofNullable(row.getString(11)),
                  row.getInt(12) == 1));
    }
    return new Statement(
        new Span(row.getInt(2), row.getInt(3)),
        new Span(row.getInt(4), row.getInt(5)),
        Statement.Kind.valueOf(row.getString(6)),
        Speech.valueOf(row.getString(7)),
        speaker,
        read(row.getString(13)));
  }

  private static @Nullable String written(List<Upstream> upstream) {
    if (upstream.isEmpty()) {
      return null;
    }
    List<Credit> credits =
        upstream.stream()
            .map(
                each ->
                    new Credit(
                        each.name(),
                        each.entity().orElse(null),
                        each.proof().start(),
                        each.proof().end()))
            .toList();
    try {
      return JSON.writeValueAsString(credits);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("upstream cannot be written as JSON", e);
    }
  }

  private static List<Upstream> read(@Nullable String upstream) {
    if (upstream == null) {
      return List.of();
    }
    try {
      return CREDITS.<List<Credit>>readValue(upstream).stream()
          .map(
              credit ->
                  new Upstream(
                      credit.name(),
                      Optional.ofNullable(credit.entity()),
                      new Span(credit.start(), credit.end())))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored upstream cannot be read", e);
    }
  }
}
