package news.isnad.bot.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.telegram.Call;
import news.isnad.question.Reading;
import news.isnad.store.Database;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.jdbi.v3.core.Handle;

/**
 * Everything that the conversation remembers. Needs the migrations in {@link #MIGRATIONS}. Safe for
 * concurrent use.
 */
public final class Memory {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/conversation/migrations";

  /** Tables that hold something of a chat, and the column that says of which. */
  private static final Map<String, String> OF_A_CHAT =
      Map.of(
          "preference", "owner",
          "answer_length", "owner",
          "dialogue", "chat",
          "last_reading", "chat",
          "sent_answer", "chat",
          "last_said", "chat",
          "refusal", "chat");

  private final Database database;
  private final Preferences preferences;
  private final Dialogue dialogue;
  private final LastReadings lastReadings;
  private final SentAnswers sentAnswers;
  private final SentReadings sentReadings;
  private final LastSaid lastSaid;
  private final Refusals refusals;
  private final Turns turns;

  public Memory(Database database, ArticleStore articles) {
    this.database = database;
    preferences = new Preferences(database);
    dialogue = new Dialogue(database);
    lastReadings = new LastReadings(database);
    sentAnswers = new SentAnswers(database, articles);
    sentReadings = new SentReadings(database);
    lastSaid = new LastSaid(database);
    refusals = new Refusals(database);
    turns = new Turns(database);
  }

  /** A group has another number: what belongs to it moves, in the transaction of the caller. */
  public void migrated(long from, long to) {
    database.inTransaction(
        handle -> {
          for (Map.Entry<String, String> table : OF_A_CHAT.entrySet()) {
            String where = " WHERE " + table.getValue() + " = :from";
            if (!table.getKey().equals("sent_answer")) {
              // A message in the new group may have come first; what it left gives way.
              handle
                  .createUpdate("DELETE FROM " + table.getKey() + where)
                  .bind("from", to)
                  .execute();
            }
            handle
                .createUpdate(
                    "UPDATE " + table.getKey() + " SET " + table.getValue() + " = :to" + where)
                .bind("from", from)
                .bind("to", to)
                .execute();
          }
          return List.of();
        });
  }

  /** The language of the interface, for alerts and other words that nobody asked for. */
  public Preferences preferences() {
    return preferences;
  }

  /** What is remembered of people. */
  public PersonalData personal() {
    return new PersonalMemory();
  }

  /** Forgets what was said about an update. */
  public void forgetTurn(Handle handle, long updateId) {
    handle.execute("DELETE FROM turn WHERE update_id = ?", updateId);
  }

  /**
   * Forgets answers that were sent, and judgements that were given, before a time, and everything
   * of passing use that is of no use any more.
   */
  public void forgetBefore(Instant answers, Instant judgements, Instant now) {
    database.inTransaction(
        handle -> {
          sentAnswers.forgetBefore(handle, answers, judgements);
          olderThan(handle, "turn", "handled", now.minus(Turns.KEPT));
          olderThan(handle, "last_reading", "read_at", now.minus(LastReadings.KEPT));
          olderThan(handle, "dialogue", "asked", now.minus(Dialogue.PATIENCE));
          olderThan(handle, "refusal", "told", now.minus(Refusals.SILENT_FOR));
          return now;
        });
  }

  private static void olderThan(Handle handle, String table, String column, Instant time) {
    handle.execute("DELETE FROM " + table + " WHERE " + column + " < ?", time.toEpochMilli());
  }

  /** The editions that the answer at a message cites, the first citation first. */
  public List<Long> citedAt(long chat, Predicate<String> place) {
    return sentAnswers.cited(chat, place);
  }

  /**
   * A question that was asked, without who asked it. Immutable.
   *
   * @param cited the edition that was cited first
   */
  public record Question(Instant at, Language language, boolean found, Optional<Long> cited) {}

  /**
   * Counts a question that was asked outside of our chats.
   *
   * @param updateId counts once
   */
  public void countPassing(long updateId, long person, Answer answer, Instant now) {
    sentAnswers.keepPassing(updateId, person, answer, now);
  }

  /** What was asked since a time; other readings and answers at last are no further questions. */
  public List<Question> questions(Instant since) {
    return sentAnswers.questions(since);
  }

  /**
   * An answer that readers judged, without who they were. Immutable.
   *
   * @param reading how the question was read; empty where that is not known any more
   * @param citations what was cited, or the nearest passage where nothing was found
   * @param good how many found it helpful, and {@code bad} how many did not
   */
  public record Judged(
      String question,
      Language language,
      boolean found,
      Instant at,
      Optional<Reading> reading,
      List<Citation> citations,
      long good,
      long bad) {
    public Judged {
      citations = List.copyOf(citations);
    }
  }

  /** All answers that readers judged and that are still kept. */
  public List<Judged> judged() {
    return sentAnswers.judged();
  }

  /** What was asked, and what was cited as the answer. Immutable. */
  public record Cited(String question, List<Citation> citations) {}

  /** The newest answer that was found at a place. */
  public Optional<Cited> answerAt(long chat, Predicate<String> place) {
    return sentAnswers.answerAt(chat, place);
  }

  /** Whose words a citation gives and how it came from them, as text. */
  public static String attribution(Citation citation) {
    return AttributionJson.write(citation);
  }

  /** A citation of an edition, with its attribution as it was written. */
  public static Citation citation(Edition edition, Span span, String attribution) {
    return AttributionJson.read(edition, span, attribution);
  }

  /** Where answers were said that cite editions. */
  public List<Said> saidOf(Collection<Long> editions) {
    return sentAnswers.saidOf(editions);
  }

  /**
   * Where something was said.
   *
   * @param place the key of its message, or {@code m/} and the number of one
   * @param language of the message
   */
  public record Said(long chat, String place, Optional<Language> language) {}

  /** Forgets what answers cite of editions, and what was said that shows words of them. */
  public void forgetCitations(Handle handle, Collection<Long> editions, Predicate<Call> holds) {
    sentAnswers.forgetCitations(handle, editions);
    turns.forgetSaid(handle, holds);
  }

  /** The editions that answers cite which are kept. */
  public Set<Long> cited() {
    return sentAnswers.cited();
  }

  /** How the question of an answer that was sent to a chat was read. */
  public Optional<Reading> reading(String answer, long chat) {
    return sentReadings.find(answer, chat).stream().findFirst();
  }

  /** Keeps an answer that nobody asked for just now, for its buttons. */
  public Change keepAnswer(
      String id, long chat, long person, Answer answer, String place, Instant now) {
    Change said = sentAnswers.keep(id, chat, person, answer, place, now);
    Change read = sentReadings.keep(id, answer.reading(), List.of());
    return handle -> {
      said.apply(handle);
      read.apply(handle);
    };
  }

  /** A reading as text. */
  public static String written(Reading reading) {
    return ReadingJson.write(reading);
  }

  /** A reading that was written as text; empty where it cannot be read any more. */
  public static Optional<Reading> read(String written) {
    return ReadingJson.read(written);
  }

  Dialogue dialogue() {
    return dialogue;
  }

  LastReadings lastReadings() {
    return lastReadings;
  }

  SentAnswers sentAnswers() {
    return sentAnswers;
  }

  SentReadings sentReadings() {
    return sentReadings;
  }

  LastSaid lastSaid() {
    return lastSaid;
  }

  Refusals refusals() {
    return refusals;
  }

  Turns turns() {
    return turns;
  }
}
