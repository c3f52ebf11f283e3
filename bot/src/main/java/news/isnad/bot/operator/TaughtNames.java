package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.TaughtName;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Names that editors taught. What is stored and what {@link KnownNames} knows are level from the
 * moment that a transaction is durable. Safe for concurrent use.
 */
public final class TaughtNames {
  private final Database database;
  private final KnownNames names;

  private TaughtNames(Database database, KnownNames names) {
    this.database = requireNonNull(database, "database is null");
    this.names = requireNonNull(names, "names is null");
  }

  /** Those of a store, which the names know from now on. */
  public static TaughtNames in(Database database, KnownNames names) {
    TaughtNames taught = new TaughtNames(database, names);
    taught.teach();
    return taught;
  }

  /** What has become of names that somebody wants to mean the same. Rows are stored by name. */
  enum State {
    /** To be confirmed, because some of them mean other things already. */
    ASKED,
    /** To be confirmed, because the news suggest it. */
    PROPOSED,
    TAUGHT,
    REFUSED,
    REMOVED
  }

  /** Names that mean the same, or may. Immutable. */
  record Group(String id, String entity, List<String> names, State state) {
    /** As it was typed, or could have been. */
    String text() {
      return String.join(" = ", names);
    }
  }

  Optional<Group> find(String id) {
    return database.reading(handle -> select(handle, "id", id).stream().findFirst());
  }

  /** Those with a state, the newest first. */
  List<Group> all(State state) {
    return database.reading(handle -> select(handle, "state", state.name()));
  }

  private static List<Group> select(Handle handle, String column, String value) {
    return handle
        .createQuery(
            "SELECT id, entity, names, state FROM taught_name WHERE "
                + column
                + " = :value ORDER BY changed DESC, rowid DESC")
        .bind("value", value)
        .map(
            (row, context) ->
                new Group(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3).lines().toList(),
                    State.valueOf(row.getString(4))))
        .list();
  }

  /** Whether these names were ever proposed, taught, refused or removed. */
  boolean isDecided(List<String> together) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM taught_name WHERE names = :names LIMIT 1")
                .bind("names", String.join("\n", together))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** Forgets what was proposed, and never taught, because of a text that is taken down. */
  void forgetProposals(Handle handle, Predicate<String> isFrom) {
    for (Group group : all(State.PROPOSED)) {
      forget(handle, group, isFrom);
    }
    for (Group group : all(State.REFUSED)) {
      forget(handle, group, isFrom);
    }
  }

  private static void forget(Handle handle, Group group, Predicate<String> isFrom) {
    if (group.names().stream().anyMatch(isFrom)) {
      handle.execute("DELETE FROM taught_name WHERE id = ?", group.id());
    }
  }

  /** Stores a group, or its new state. */
  void keep(Handle handle, Group group, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO taught_name (id, entity, names, state, changed)"
                + " VALUES (:id, :entity, :names, :state, :now)"
                + " ON CONFLICT (id) DO UPDATE SET state = :state, changed = :now")
        .bind("id", group.id())
        .bind("entity", group.entity())
        .bind("names", String.join("\n", group.names()))
        .bind("state", group.state().name())
        .bind("now", now.toEpochMilli())
        .execute();
    database.afterwards(this::teach);
  }

  private void teach() {
    names.teach(
        all(State.TAUGHT).reversed().stream()
            .map(group -> new TaughtName(group.entity(), group.names()))
            .toList());
  }
}
