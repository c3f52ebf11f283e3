package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.store.Database;
import news.isnad.text.Graphemes;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.jdbi.v3.core.Handle;

/**
 * The answers that were sent, as far as their buttons need them, and what people thought of them.
 * Safe for concurrent use.
 */
final class SentAnswers {
  /** A question is kept to see what was not answered, not to keep what people paste. */
  private static final int LONGEST_QUESTION = 500;

  /** Who types goes on within this time. */
  private static final Duration TYPING = Duration.ofMinutes(1);

  /** As many answers are looked through for the one at a message. */
  private static final int SEARCHED = 200;

  private final Database database;
  private final ArticleStore articles;

  SentAnswers(Database database, ArticleStore articles) {
    this.database = requireNonNull(database, "database is null");
    this.articles = requireNonNull(articles, "articles is null");
  }

  /**
   * An answer that was sent. Immutable.
   *
   * @param found false where its citation is only the nearest passage
   * @param citations those whose edition is still stored
   */
  record Kept(String id, Language language, boolean found, List<Citation> citations) {}

  private record Row(long sequence, int start, int end, String attribution) {}

  /** What a button showed at a place. */
  private record Shown(String place, long sequence) {}

  /**
   * Keeps an answer.
   *
   * @param place where it is said: the outbox key of its message, or {@code m/} and the number of
   *     the message that it changes
   */
  Change keep(String id, Request request, Answer answer, String place) {
    return keep(id, request.chat(), request.person(), answer, place, request.now());
  }

  /** Keeps an answer that was told to a person in a chat. */
  Change keep(String id, long chat, long person, Answer answer, String place, Instant now) {
    List<Citation> citations =
        switch (answer) {
          case Answer.Found found -> found.citations();
          case Answer.NotFound nothing -> nothing.nearest().stream().toList();
        };
    return handle -> {
      handle
          .createUpdate(
              "INSERT INTO sent_answer (id, chat, person, question, language, found, sent, place)"
                  + " VALUES (:id, :chat, :person, :question, :language, :found, :now, :place)")
          .bind("place", place)
          .bind("id", id)
          .bind("chat", chat)
          .bind("person", person)
          .bind("question", shortened(answer.reading().question()))
          .bind("language", answer.reading().language().code())
          .bind("found", answer instanceof Answer.Found ? 1 : 0)
          .bind("now", now.toEpochMilli())
          .execute();
      for (int rank = 0; rank < citations.size(); rank++) {
        keep(handle, id, rank, citations.get(rank));
      }
    };
  }

  /**
   * Counts a question that was asked outside of our chats. Of what somebody types on, only the last
   * is one; the same update counts once.
   */
  void keepPassing(long updateId, long person, Answer answer, Instant now) {
    String id = "i" + updateId;
    String question = shortened(answer.reading().question());
    database.inTransaction(
        handle -> {
          typedOn(handle, person, question, now.minus(TYPING))
              .filter(before -> !before.equals(id))
              .ifPresent(before -> forget(handle, before));
          int added =
              handle
                  .createUpdate(
                      "INSERT INTO sent_answer (id, chat, person, question, language, found, sent,"
                          + " place) VALUES (:id, 0, :person, :question, :language, :found, :now,"
                          + " 'u/inline') ON CONFLICT (id) DO NOTHING")
                  .bind("id", id)
                  .bind("person", person)
                  .bind("question", question)
                  .bind("language", answer.reading().language().code())
                  .bind("found", answer instanceof Answer.Found ? 1 : 0)
                  .bind("now", now.toEpochMilli())
                  .execute();
          if (added > 0 && answer instanceof Answer.Found found) {
            keep(handle, id, 0, found.citations().getFirst());
          }
          if (added > 0) {
            handle.execute(
                "INSERT INTO sent_reading (answer, place, reading) VALUES (?, 0, ?)",
                id,
                ReadingJson.write(answer.reading()));
          }
          return added;
        });
  }

  /**
   * The question that somebody asked a moment ago, if this one is it with more or fewer letters.
   */
  private static Optional<String> typedOn(
      Handle handle, long person, String question, Instant since) {
    return handle
        .createQuery(
            "SELECT id, question FROM sent_answer WHERE chat = 0 AND person = :person"
                + " AND sent >= :since ORDER BY sent DESC, rowid DESC LIMIT 1")
        .bind("person", person)
        .bind("since", since.toEpochMilli())
        .map((row, context) -> new Placed(row.getString(1), row.getString(2)))
        .findOne()
        .filter(
            before -> question.startsWith(before.place()) || before.place().startsWith(question))
        .map(Placed::id);
  }

  private static void forget(Handle handle, String id) {
    handle.execute("DELETE FROM sent_citation WHERE answer = ?", id);
    handle.execute("DELETE FROM shown WHERE answer = ?", id);
    handle.execute("DELETE FROM sent_reading WHERE answer = ?", id);
    handle.execute("DELETE FROM sent_answer WHERE id = ?", id);
  }

  private static void keep(Handle handle, String id, int rank, Citation citation) {
    handle
        .createUpdate(
            "INSERT INTO sent_citation (answer, rank, sequence, start, finish, attribution)"
                + " VALUES (:answer, :rank, :sequence, :start, :end, :attribution)")
        .bind("answer", id)
        .bind("rank", rank)
        .bind("sequence", citation.edition().sequence())
        .bind("start", citation.span().start())
        .bind("end", citation.span().end())
        .bind("attribution", AttributionJson.write(citation))
        .execute();
  }

  private static String shortened(String question) {
    return Graphemes.beginning(question, LONGEST_QUESTION);
  }

  /** The answer with this id, if it was sent to this chat. */
  Optional<Kept> find(String id, long chat) {
    if (!ShortIds.isOne(id)) {
      return Optional.empty();
    }
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT language, found FROM sent_answer WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .map(
                    (row, context) ->
                        new Kept(
                            id,
                            Language.of(row.getString(1)).orElse(Language.ENGLISH),
                            row.getLong(2) == 1,
                            citations(handle, id)))
                .findOne());
  }

  /** An answer and where it was said. */
  record Placed(String id, String place) {}

  /** The last answers in a chat, the newest first. */
  List<Placed> last(long chat, int most) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT id, place FROM sent_answer WHERE chat = :chat AND place IS NOT NULL"
                        + " ORDER BY sent DESC, rowid DESC LIMIT :most")
                .bind("chat", chat)
                .bind("most", most)
                .map((row, context) -> new Placed(row.getString(1), row.getString(2)))
                .list());
  }

  private List<Citation> citations(Handle handle, String id) {
    List<Row> rows =
        handle
            .createQuery(
                "SELECT sequence, start, finish, attribution FROM sent_citation"
                    + " WHERE answer = :id ORDER BY rank")
            .bind("id", id)
            .map(
                (row, context) ->
                    new Row(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4)))
            .list();
    List<Citation> citations = new ArrayList<>();
    for (Row row : rows) {
      Optional<Edition> edition = articles.edition(row.sequence());
      edition
          .filter(stored -> row.end() <= stored.text().length())
          .map(
              stored ->
                  AttributionJson.read(stored, new Span(row.start(), row.end()), row.attribution()))
          .ifPresent(citations::add);
    }
    return citations;
  }

  /** The editions that the newest answer at a place shows, or what a button showed there. */
  List<Long> cited(long chat, Predicate<String> place) {
    return last(chat, SEARCHED).stream()
        .filter(answer -> place.test(answer.place()))
        .findFirst()
        .map(answer -> database.reading(handle -> sequences(handle, answer.id())))
        .orElseGet(() -> shownAt(chat, place));
  }

  private List<Long> shownAt(long chat, Predicate<String> place) {
    List<Shown> rows =
        database.reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT s.place, s.sequence FROM shown s JOIN sent_answer a"
                            + " ON a.id = s.answer WHERE a.chat = :chat"
                            + " ORDER BY s.rowid DESC LIMIT :most")
                    .bind("chat", chat)
                    .bind("most", SEARCHED)
                    .map((row, context) -> new Shown(row.getString(1), row.getLong(2)))
                    .list());
    return rows.stream().filter(row -> place.test(row.place())).map(Shown::sequence).toList();
  }

  /** The newest answer at a place, if it was found. */
  Optional<Memory.Cited> answerAt(long chat, Predicate<String> place) {
    Optional<String> id =
        last(chat, SEARCHED).stream()
            .filter(answer -> place.test(answer.place()))
            .findFirst()
            .map(Placed::id);
    return id.flatMap(
        answer ->
            database.reading(
                handle ->
                    handle
                        .createQuery(
                            "SELECT question FROM sent_answer WHERE id = :id AND found = 1")
                        .bind("id", answer)
                        .mapTo(String.class)
                        .findOne()
                        .map(question -> new Memory.Cited(question, citations(handle, answer)))));
  }

  List<Memory.Judged> judged() {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT a.id, a.question, a.language, a.found, a.sent, (SELECT r.reading FROM"
                        + " sent_reading r WHERE r.answer = a.id AND r.place = 0), sum(f.good),"
                        + " count(*) - sum(f.good) FROM sent_answer a JOIN feedback f"
                        + " ON f.answer = a.id GROUP BY a.id ORDER BY a.question, a.sent, a.id")
                .map(
                    (row, context) ->
                        new Memory.Judged(
                            row.getString(2),
                            Language.of(row.getString(3)).orElse(Language.ENGLISH),
                            row.getLong(4) == 1,
                            Instant.ofEpochMilli(row.getLong(5)),
                            Optional.ofNullable(row.getString(6)).flatMap(ReadingJson::read),
                            citations(handle, row.getString(1)),
                            row.getLong(7),
                            row.getLong(8)))
                .list());
  }

  List<Memory.Question> questions(Instant since) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT a.sent, a.language, a.found, c.sequence FROM sent_answer a"
                        + " LEFT JOIN sent_citation c ON c.answer = a.id AND c.rank = 0"
                        + " WHERE a.sent >= :since AND a.place LIKE 'u/%' ORDER BY a.sent")
                .bind("since", since.toEpochMilli())
                .map(
                    (row, context) ->
                        new Memory.Question(
                            Instant.ofEpochMilli(row.getLong(1)),
                            Language.of(row.getString(2)).orElse(Language.ENGLISH),
                            row.getLong(3) == 1,
                            Optional.ofNullable(row.getObject(4))
                                .map(number -> ((Number) number).longValue())))
                .list());
  }

  private static List<Long> sequences(Handle handle, String answer) {
    return handle
        .createQuery("SELECT sequence FROM sent_citation WHERE answer = :id ORDER BY rank")
        .bind("id", answer)
        .mapTo(Long.class)
        .list();
  }

  /** Notes what a button of an answer shows in a message of its own. */
  Change shows(Kept kept, List<Citation> citations, Request request) {
    return handle -> {
      for (Citation citation : citations) {
        handle.execute(
            "INSERT INTO shown (answer, place, sequence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            kept.id(),
            request.keyOf(0),
            citation.edition().sequence());
      }
    };
  }

  /** Where editions were shown: by answers that cite them, behind their buttons, and in lists. */
  List<Memory.Said> saidOf(Collection<Long> editions) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT a.chat, a.place, a.language FROM sent_answer a JOIN sent_citation c ON"
                        + " c.answer = a.id WHERE a.place IS NOT NULL AND a.chat <> 0 AND a.found ="
                        + " 1 AND c.sequence IN (<editions>) UNION SELECT a.chat, s.place,"
                        + " a.language FROM shown s JOIN sent_answer a ON a.id = s.answer WHERE"
                        + " a.chat <> 0 AND s.sequence IN (<editions>) UNION SELECT l.chat,"
                        + " l.place, l.language FROM listed l WHERE l.sequence IN (<editions>)")
                .bindList("editions", List.copyOf(editions))
                .map(
                    (row, context) ->
                        new Memory.Said(
                            row.getLong(1), row.getString(2), Language.of(row.getString(3))))
                .list());
  }

  Set<Long> cited() {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT DISTINCT sequence FROM sent_citation")
                .mapTo(Long.class)
                .set());
  }

  void forgetCitations(Handle handle, Collection<Long> editions) {
    editions.forEach(
        edition -> {
          handle.execute("DELETE FROM sent_citation WHERE sequence = ?", edition);
          handle.execute("DELETE FROM shown WHERE sequence = ?", edition);
          handle.execute("DELETE FROM listed WHERE sequence = ?", edition);
        });
  }

  /** What has become of the edition that a citation was cut from. */
  Standing standing(Citation citation) {
    return articles.standing(citation.edition().sequence());
  }

  /** Forgets answers sent, and judgements given, before these times. */
  void forgetBefore(Handle handle, Instant answers, Instant judgements) {
    for (String table : List.of("sent_citation", "sent_reading", "shown")) {
      handle.execute(
          "DELETE FROM " + table + " WHERE answer IN (SELECT id FROM sent_answer WHERE sent < ?)",
          answers.toEpochMilli());
    }
    handle.execute("DELETE FROM sent_answer WHERE sent < ?", answers.toEpochMilli());
    handle.execute("DELETE FROM listed WHERE shown < ?", answers.toEpochMilli());
    handle.execute("DELETE FROM feedback WHERE given < ?", judgements.toEpochMilli());
  }

  /** What a person thinks of an answer; the last word counts. */
  Change judge(String id, Request request, boolean good) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO feedback (answer, person, good, given)"
                    + " VALUES (:answer, :person, :good, :now)"
                    + " ON CONFLICT (answer, person) DO UPDATE SET good = :good, given = :now")
            .bind("answer", id)
            .bind("person", request.person())
            .bind("good", good ? 1 : 0)
            .bind("now", request.now().toEpochMilli())
            .execute();
  }
}
