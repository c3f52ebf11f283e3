package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Pinned;
import news.isnad.store.Database;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jdbi.v3.core.Handle;

/**
 * Passages that editors pinned to questions. Two questions are the same where they have the same
 * words: order, case, marks, inflection and small words do not count. A pin does not count while
 * its article is withdrawn, corrected or hidden. Safe for concurrent use.
 */
public final class Pins implements Pinned {
  private final Database database;
  private final ArticleStore articles;

  public Pins(Database database, ArticleStore articles) {
    this.database = requireNonNull(database, "database is null");
    this.articles = requireNonNull(articles, "articles is null");
  }

  /** A passage and the first of the questions that it is pinned to. Immutable. */
  record Pin(String id, String question, boolean pinned) {}

  private record Place(long edition, int start, int end, String attribution) {}

  /** What two wordings of the same question have in common; empty where that is too little. */
  static Optional<String> compared(String question) {
    Language language = Language.detect(question);
    TreeSet<String> words = new TreeSet<>();
    for (Word word : Words.of(question, language)) {
      if (!StopWords.contains(language, word.folded())) {
        words.add(word.stem());
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(language.code() + " " + String.join(" ", words));
  }

  @Override
  public Optional<Citation> to(String question) {
    return compared(question)
        .flatMap(
            compared ->
                database.reading(
                    handle ->
                        handle
                            .createQuery(
                                "SELECT p.edition, p.starts, p.ends, p.attribution FROM pin p"
                                    + " JOIN pinned_question q ON q.pin = p.id"
                                    + " WHERE q.compared = :compared AND p.pinned = 1"
                                    + " ORDER BY p.changed DESC, p.rowid DESC")
                            .bind("compared", compared)
                            .map(
                                (row, context) ->
                                    new Place(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getString(4)))
                            .list()
                            .stream()
                            .flatMap(place -> citation(place).stream())
                            .findFirst()));
  }

  private Optional<Citation> citation(Place place) {
    boolean stands =
        switch (articles.standing(place.edition())) {
          case CURRENT, SUPERSEDED -> true;
          case CORRECTED, WITHDRAWN, HIDDEN -> false;
        };
    Optional<Edition> edition = stands ? articles.edition(place.edition()) : Optional.empty();
    return edition
        .filter(stored -> place.end() <= stored.text().length())
        .map(
            stored ->
                Memory.citation(stored, new Span(place.start(), place.end()), place.attribution()));
  }

  void pin(Handle handle, String id, List<String> questions, Citation citation, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO pin (id, edition, starts, ends, attribution, pinned, changed)"
                + " VALUES (:id, :edition, :start, :end, :attribution, 1, :now)")
        .bind("id", id)
        .bind("edition", citation.edition().sequence())
        .bind("start", citation.span().start())
        .bind("end", citation.span().end())
        .bind("attribution", Memory.attribution(citation))
        .bind("now", now.toEpochMilli())
        .execute();
    for (String question : questions) {
      handle.execute(
          "INSERT INTO pinned_question (pin, compared, wording) VALUES (?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          id,
          compared(question).orElseThrow(),
          question);
    }
  }

  void set(Handle handle, String id, boolean pinned, Instant now) {
    handle.execute(
        "UPDATE pin SET pinned = ?, changed = ? WHERE id = ?",
        pinned ? 1 : 0,
        now.toEpochMilli(),
        id);
  }

  Optional<Pin> find(String id) {
    return select("WHERE p.id = ?", id).stream().findFirst();
  }

  /** What is pinned, the newest first. */
  List<Pin> all() {
    return select("WHERE p.pinned = ?", 1);
  }

  private List<Pin> select(String where, Object argument) {
    return database.reading(
        handle ->
            handle
                .select(
                    "SELECT p.id, (SELECT q.wording FROM pinned_question q WHERE q.pin = p.id"
                        + " ORDER BY q.rowid LIMIT 1), p.pinned FROM pin p "
                        + where
                        + " ORDER BY p.changed DESC, p.rowid DESC",
                    argument)
                .map(
                    (row, context) ->
                        new Pin(row.getString(1), row.getString(2), row.getLong(3) == 1))
                .list());
  }

  /** The editions that are pinned. */
  public Set<Long> editions() {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT DISTINCT edition FROM pin WHERE pinned = 1")
                .mapTo(Long.class)
                .set());
  }

  /** Forgets passages of editions. */
  public void forget(Handle handle, Collection<Long> editions) {
    editions.forEach(edition -> handle.execute("DELETE FROM pin WHERE edition = ?", edition));
    handle.execute("DELETE FROM pinned_question WHERE pin NOT IN (SELECT id FROM pin)");
  }
}
