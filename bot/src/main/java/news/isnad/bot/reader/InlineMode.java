package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.PrintedQuotes;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.InlineAnswers;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.text.Language;

/**
 * Quotations to choose from in any chat: {@code @bot question}, or {@code @bot} and words that were
 * printed.
 *
 * <ul>
 *   <li>What is shown depends on the words alone: no question before it counts, and nothing is
 *       kept.
 *   <li>While somebody types on, only the last words are looked for.
 *   <li>Of one person thirty are looked for in a minute; more get a friendly line.
 *   <li>Where nothing is found, nothing can be chosen, and a button leads to the private chat.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
public final class InlineMode implements InlineAnswers {
  static final int MOST_A_MINUTE = 30;

  private static final int MOST_RESULTS = 10;
  private static final int FEWEST_LETTERS = 3;
  private static final Duration FOUND_LASTS = Duration.ofSeconds(60);
  private static final Duration NOTHING_LASTS = Duration.ofSeconds(10);
  private static final int LONGEST_MENTION = 1_000;
  private static final String START = "inline";

  private final BiFunction<String, Instant, Answer> answers;
  private final Function<String, List<Printed>> quotes;
  private final TypedOn typedOn;
  private final boolean open;
  private final Composer composer;
  private final PerMinute perMinute = new PerMinute(MOST_A_MINUTE);

  /** Whether somebody has typed on after an update. */
  @FunctionalInterface
  public interface TypedOn {
    boolean since(long person, long updateId);
  }

  /**
   * @param answers the answer to a question of which nothing is kept
   * @param quotes where words were printed
   * @param open whether everybody may ask: what is found may then be shown to whoever types the
   *     same
   */
  public InlineMode(
      BiFunction<String, Instant, Answer> answers,
      Function<String, List<Printed>> quotes,
      TypedOn typedOn,
      boolean open,
      Composer composer) {
    this.answers = requireNonNull(answers, "answers is null");
    this.quotes = requireNonNull(quotes, "quotes is null");
    this.typedOn = requireNonNull(typedOn, "typedOn is null");
    this.open = open;
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public Call.AnswerInline to(InlineQuery query, boolean mayAsk, Messages messages, Instant now) {
    String words = query.words().strip();
    if (!mayAsk) {
      return nothing(query, NOTHING_LASTS, messages.text("inline.closed"));
    }
    if (words.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS) {
      return nothing(query, NOTHING_LASTS, messages.text("inline.type"));
    }
    if (typedOn.since(query.person().id(), query.updateId())) {
      return nothing(query, Duration.ZERO, messages.text("inline.type"));
    }
    if (!perMinute.admits(query.person().id(), now)) {
      return nothing(query, Duration.ZERO, messages.text("inline.slow"));
    }
    List<InlineResult> found = found(words, now);
    return found.isEmpty()
        ? nothing(query, NOTHING_LASTS, messages.text("inline.none"))
        : new Call.AnswerInline(query.queryId(), found, FOUND_LASTS, !open, Optional.empty());
  }

  /** The button is in the language of the one who types: nobody else is shown it. */
  static Call.AnswerInline nothing(InlineQuery query, Duration lasts, String button) {
    return new Call.AnswerInline(
        query.queryId(), List.of(), lasts, true, Optional.of(new Call.StartButton(button, START)));
  }

  @Override
  public Optional<Call.AnswerGuest> to(
      GuestMessage mention, boolean mayAsk, Messages messages, Instant now) {
    String words = mention.words().strip();
    boolean asks =
        words.codePoints().filter(Character::isLetterOrDigit).count() >= FEWEST_LETTERS
            && words.length() <= LONGEST_MENTION;
    if (!mayAsk || !asks || !perMinute.admits(mention.person().id(), now)) {
      String key = !mayAsk ? "inline.closed" : asks ? "inline.slow" : "inline.type";
      return Optional.of(new Call.AnswerGuest(mention.queryId(), words(key, messages, composer)));
    }
    Messages answering = Messages.in(Language.detect(words));
    return Optional.of(
        new Call.AnswerGuest(
            mention.queryId(),
            found(words, now).stream()
                .findFirst()
                .orElseGet(() -> words("guest.none", answering, composer))));
  }

  /** A result that says something of ours. */
  static InlineResult words(String key, Messages messages, Composer composer) {
    return new InlineResult(
        "words", messages.text(key), "", composer.notice(messages.language(), key));
  }

  /** Words that were printed just so go before answers to them as a question. */
  private List<InlineResult> found(String words, Instant now) {
    Language language = Language.detect(words);
    Map<String, InlineResult> all = new LinkedHashMap<>();
    Stream.concat(printed(words), answered(words, now))
        .map(citation -> composer.shared(citation, language))
        .forEach(result -> all.putIfAbsent(result.id(), result));
    return all.values().stream().limit(MOST_RESULTS).toList();
  }

  private Stream<Citation> printed(String words) {
    return PrintedQuotes.canBeFound(words)
        ? quotes.apply(words).stream().filter(Printed::isExact).map(Printed::citation)
        : Stream.empty();
  }

  private Stream<Citation> answered(String words, Instant now) {
    return switch (answers.apply(words, now)) {
      case Answer.Found found -> found.citations().stream();
      case Answer.NotFound _ -> Stream.empty();
    };
  }
}
