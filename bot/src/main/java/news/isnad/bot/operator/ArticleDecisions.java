package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleName;
import news.isnad.article.Editorship;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/**
 * What operators decided about articles. Which are hidden is known to the engine from the moment
 * that a transaction is durable. Safe for concurrent use.
 */
public final class ArticleDecisions {
  private final Database database;
  private final Editorship editorship;

  private ArticleDecisions(Database database, Editorship editorship) {
    this.database = requireNonNull(database, "database is null");
    this.editorship = requireNonNull(editorship, "editorship is null");
  }

  /** Those of a store, which the engine minds from now on. */
  public static ArticleDecisions in(Database database, Editorship editorship) {
    ArticleDecisions decisions = new ArticleDecisions(database, editorship);
    decisions.hide();
    return decisions;
  }

  /** How far a decision has come. Rows are stored by name. */
  enum State {
    /** It could be hidden: a button offers it. */
    OFFERED,
    HIDDEN,
    SHOWN,
    /** Whether it is to be taken down was asked. */
    ASKED,
    KEPT,
    /** To be taken down; hidden meanwhile. */
    ORDERED,
    /** Nothing of it is stored any more, but perhaps in free pages and in the index. */
    EMPTIED,
    /** No byte of it is left; messages are still being changed. */
    ERASED,
    DONE
  }

  /**
   * A decision. Immutable.
   *
   * @param lost messages that showed it and that nobody finds any more
   */
  record Decision(String id, ArticleName name, State state, long lost, Instant changed) {
    Decision in(State other) {
      return new Decision(id, name, other, lost, changed);
    }
  }

  Optional<Decision> find(String id) {
    return database.reading(handle -> select(handle, "id", id).stream().findFirst());
  }

  /** Those in a state, the newest first. */
  List<Decision> all(State state) {
    return database.reading(handle -> select(handle, "state", state.name()));
  }

  private static List<Decision> select(Handle handle, String column, String value) {
    return handle
        .createQuery(
            "SELECT id, article, language, state, lost, changed FROM article_decision WHERE "
                + column
                + " = :value ORDER BY changed DESC, rowid DESC")
        .bind("value", value)
        .map(
            (row, context) ->
                new Decision(
                    row.getString(1),
                    new ArticleName(
                        row.getString(2), Language.of(row.getString(3)).orElse(Language.ENGLISH)),
                    State.valueOf(row.getString(4)),
                    row.getLong(5),
                    Instant.ofEpochMilli(row.getLong(6))))
        .list();
  }

  void keep(Handle handle, Decision decision, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO article_decision (id, article, language, state, lost, changed)"
                + " VALUES (:id, :article, :language, :state, :lost, :now)"
                + " ON CONFLICT (id) DO UPDATE SET state = :state, lost = :lost, changed = :now")
        .bind("id", decision.id())
        .bind("article", decision.name().article())
        .bind("language", decision.name().language().code())
        .bind("state", decision.state().name())
        .bind("lost", decision.lost())
        .bind("now", now.toEpochMilli())
        .execute();
    database.afterwards(this::hide);
  }

  /** Whom to tell what comes of a decision. */
  void tell(Handle handle, Decision decision, long chat) {
    handle.execute(
        "INSERT INTO decision_report (decision, chat) VALUES (?, ?)"
            + " ON CONFLICT (decision) DO UPDATE SET chat = excluded.chat",
        decision.id(),
        chat);
  }

  /** Who is to be told, if they still are. */
  Optional<Long> chat(Decision decision) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT chat FROM decision_report WHERE decision = :id")
                .bind("id", decision.id())
                .mapTo(Long.class)
                .findOne());
  }

  private void hide() {
    editorship.hide(
        database.reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT article, language FROM article_decision"
                            + " WHERE state IN ('HIDDEN', 'ORDERED')")
                    .map(
                        (row, context) ->
                            new ArticleName(
                                row.getString(1),
                                Language.of(row.getString(2)).orElse(Language.ENGLISH)))
                    .list()));
  }
}
