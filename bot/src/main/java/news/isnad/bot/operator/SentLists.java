package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/**
 * Lists of sources that operators sent, until what comes of them has been told. Safe for concurrent
 * use.
 */
final class SentLists {
  /** So long a list can be taken in, and what came of it be told. */
  static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  SentLists(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** How far it has come. Rows are stored by name. */
  enum State {
    ASKED,
    /** It is being taken in, a part at a time. */
    TAKING,
    /** Nobody was told yet. */
    TAKEN
  }

  /**
   * A list. Immutable.
   *
   * @param content as it was sent; hostile
   * @param message the outbox key of the message that says how far it is; empty before
   * @param language of the words
   * @param looked entries that were looked at
   * @param added those of them that are tracked now
   * @param failed those of them that could not be stored
   */
  record Sent(
      String id,
      long chat,
      long person,
      String content,
      Instant asked,
      State state,
      String message,
      Language language,
      int looked,
      int added,
      int failed) {
    /** Whether it was sent in a terminal, where updates count down. */
    boolean isOfTerminal() {
      return message.startsWith("u/-");
    }

    Sent counted(int moreLooked, int moreAdded, int moreFailed) {
      return new Sent(
          id,
          chat,
          person,
          content,
          asked,
          state,
          message,
          language,
          looked + moreLooked,
          added + moreAdded,
          failed + moreFailed);
    }
  }

  Change keep(String id, Request request) {
    return handle -> {
      handle.execute(
          "DELETE FROM source_list WHERE asked < ? AND state <> 'TAKING'",
          request.now().minus(KEPT).toEpochMilli());
      handle.execute(
          "INSERT INTO source_list (id, chat, person, content, asked) VALUES (?, ?, ?, ?, ?)",
          id,
          request.chat(),
          request.person(),
          request.argument(),
          request.now().toEpochMilli());
    };
  }

  /** One that nobody has decided about. */
  Optional<Sent> asked(String id) {
    return database.reading(
        handle -> select(handle, "id = :value AND state = 'ASKED'", id).stream().findFirst());
  }

  /** One that is being taken in, as it is in this transaction. */
  static Optional<Sent> taking(Handle handle, String id) {
    return select(handle, "id = :value AND state = 'TAKING'", id).stream().findFirst();
  }

  /** Those in a state, the first one first. */
  List<Sent> all(State state) {
    return database.reading(handle -> select(handle, "state = :value", state.name()));
  }

  private static List<Sent> select(Handle handle, String where, String value) {
    return handle
        .createQuery(
            "SELECT id, chat, person, content, asked, state, message, language, looked, added,"
                + " failed FROM source_list WHERE "
                + where
                + " ORDER BY asked, rowid")
        .bind("value", value)
        .map(
            (row, context) ->
                new Sent(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    Instant.ofEpochMilli(row.getLong(5)),
                    State.valueOf(row.getString(6)),
                    row.getString(7),
                    Language.of(row.getString(8)).orElse(Language.ENGLISH),
                    row.getInt(9),
                    row.getInt(10),
                    row.getInt(11)))
        .list();
  }

  /**
   * It is to be taken in. Nothing happens where that was decided before.
   *
   * @param message the outbox key of the message that says so
   */
  static Change take(String id, String message, Language language) {
    return handle ->
        handle.execute(
            "UPDATE source_list SET state = 'TAKING', message = ?, language = ?"
                + " WHERE id = ? AND state = 'ASKED'",
            message,
            language.code(),
            id);
  }

  /** How far it is now. What it held is not needed any more once all of it was looked at. */
  static void advance(Handle handle, Sent sent, boolean all) {
    handle.execute(
        "UPDATE source_list SET looked = ?, added = ?, failed = ?, state = ?, content = ?"
            + " WHERE id = ?",
        sent.looked(),
        sent.added(),
        sent.failed(),
        (all ? State.TAKEN : State.TAKING).name(),
        all ? "" : sent.content(),
        sent.id());
  }

  static void drop(Handle handle, String id) {
    handle.execute("DELETE FROM source_list WHERE id = ?", id);
  }
}
