package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.ingest.TryOut;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/** Looks that operators asked for, and what can be chosen. Safe for concurrent use. */
final class TrialRows {
  /** So long a choice can be made. */
  static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  TrialRows(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** How far a look has come. Rows are stored by name. */
  enum State {
    ASKED,
    SHOWN,
    ADDED,
    DROPPED
  }

  /**
   * A look. Immutable.
   *
   * @param update the update that asked for it; negative in a terminal
   * @param message the outbox key of the message that becomes the result
   * @param name what the source is to be called; empty where its own name does
   * @param language of the words
   */
  record Trial(
      String id,
      long chat,
      long person,
      long update,
      String message,
      String address,
      Optional<String> name,
      Language language,
      State state,
      Instant asked) {
    boolean isOver(Instant now) {
      return !now.isBefore(asked.plus(KEPT));
    }
  }

  void ask(Handle handle, Trial trial) {
    Instant old = trial.asked().minus(KEPT.multipliedBy(2));
    handle.execute(
        "DELETE FROM source_offer WHERE trial IN (SELECT id FROM source_trial WHERE asked < ?)",
        old.toEpochMilli());
    handle.execute("DELETE FROM source_trial WHERE asked < ?", old.toEpochMilli());
    handle
        .createUpdate(
            "INSERT INTO source_trial (id, chat, person, update_id, message, address, name,"
                + " language, state, asked) VALUES (:id, :chat, :person, :update, :message,"
                + " :address, :name, :language, :state, :asked)")
        .bind("id", trial.id())
        .bind("chat", trial.chat())
        .bind("person", trial.person())
        .bind("update", trial.update())
        .bind("message", trial.message())
        .bind("address", trial.address())
        .bind("name", trial.name().orElse(null))
        .bind("language", trial.language().code())
        .bind("state", trial.state().name())
        .bind("asked", trial.asked().toEpochMilli())
        .execute();
  }

  Optional<Trial> find(String id) {
    return database.reading(handle -> select(handle, "id = :value", id).stream().findFirst());
  }

  /** Those that nobody has looked at yet, the first one first. */
  List<Trial> asked() {
    return database.reading(handle -> select(handle, "state = :value", State.ASKED.name()));
  }

  private static List<Trial> select(Handle handle, String where, String value) {
    return handle
        .createQuery(
            "SELECT id, chat, person, update_id, message, address, name, language, state, asked"
                + " FROM source_trial WHERE "
                + where
                + " ORDER BY asked, rowid")
        .bind("value", value)
        .map(
            (row, context) ->
                new Trial(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    Optional.ofNullable(row.getString(7)),
                    Language.of(row.getString(8)).orElse(Language.ENGLISH),
                    State.valueOf(row.getString(9)),
                    Instant.ofEpochMilli(row.getLong(10))))
        .list();
  }

  /** What was found can be chosen from now on. False where nobody waits for it any more. */
  boolean show(Handle handle, Trial trial, List<TryOut.Offer> offers) {
    if (!move(handle, trial.id(), State.ASKED, State.SHOWN)) {
      return false;
    }
    for (int place = 0; place < offers.size(); place++) {
      TryOut.Offer offer = offers.get(place);
      handle.execute(
          "INSERT INTO source_offer (trial, place, address, kind, name, items) VALUES (?, ?, ?, ?,"
              + " ?, ?)",
          trial.id(),
          place,
          offer.address().toString(),
          offer.kind().name().toLowerCase(Locale.ROOT),
          offer.name(),
          offer.items());
    }
    return true;
  }

  /** Goes from one state to another. False where it is in yet another one. */
  boolean move(Handle handle, String id, State from, State to) {
    return handle.execute(
            "UPDATE source_trial SET state = ? WHERE id = ? AND state = ?",
            to.name(),
            id,
            from.name())
        > 0;
  }

  Optional<TryOut.Offer> offer(String trial, int place) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT address, kind, name, items FROM source_offer"
                        + " WHERE trial = :trial AND place = :place")
                .bind("trial", trial)
                .bind("place", place)
                .map(
                    (row, context) ->
                        new TryOut.Offer(
                            URI.create(row.getString(1)),
                            Source.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            row.getString(3),
                            row.getInt(4),
                            0))
                .findOne());
  }
}
