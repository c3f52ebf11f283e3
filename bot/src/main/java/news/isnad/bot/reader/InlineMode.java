package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.PrintedQuotes;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.AskCommand.Passing;
import news.isnad.bot.conversation.InlineAnswers;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.question.Reading;
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

  private final Asked asked;
  private final Counted counted;
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

  /** The answer to a question of somebody who is in no chat of ours. */
  @FunctionalInterface
  public interface Asked {
    Passing by(String question, long person, Instant now);
  }

  /** Counts a question, once for an update. */
  @FunctionalInterface
  public interface Counted {
    void question(long updateId, long person, Answer answer, Instant now);
  }

  /**
   * @param asked answers questions
   * @param counted what operators learn of what was asked
   * @param quotes where words were printed
   * @param open whether everybody may ask: what is found may then be shown to whoever types the
   *     same
   */
  public InlineMode(
      Asked asked,
      Counted counted,
      Function<String, List<Printed>> quotes,
      TypedOn typedOn,
      boolean open,
      Composer composer) {
    this.asked = requireNonNull(asked, "asked is null");
    this.counted = requireNonNull(counted, "counted is null");
    this.quotes = requireNonNull(quotes, "quotes is null");
    this.typedOn = requireNonNull(typedOn, "typedOn is null");
    this.open = open;
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public Call.AnswerInline to(InlineQuery query, boolean mayAsk, Messages messages, Instant now) {
    String words = query.words().strip();
    if (query.further()) {
      // There are no more than were offered at first.
      return new Call.AnswerInline(
          query.queryId(), List.of(), NOTHING_LASTS, true, Optional.empty());
    }
    if (!mayAsk) {
      return nothing(query, NOTHING_LASTS, messages.text("inline.closed"));
    }
    if (words.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS) {
      return nothing(query, NOTHING_LASTS, messages.text("inline.type"));
    }
    if (typedOn.since(query.person().id(), query.updateId())) {
      return nothing(query, Duration.ZERO, messages.text("inline.type"));
    }
    if (!perMinute.admits(query.person().id(), now, now)) {
      return nothing(query, Duration.ZERO, messages.text("inline.slow"));
    }
    Found found = found(words, query.updateId(), query.person().id(), now);
    return found.results().isEmpty()
        ? nothing(query, NOTHING_LASTS, messages.text("inline.none"))
        : new Call.AnswerInline(
            query.queryId(),
            found.results(),
            FOUND_LASTS,
            !open || found.personal(),
            Optional.empty());
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
    if (!mayAsk || !asks || !perMinute.admits(mention.person().id(), now, now)) {
      String key = !mayAsk ? "inline.closed" : asks ? "inline.slow" : "inline.type";
      return Optional.of(new Call.AnswerGuest(mention.queryId(), words(key, messages, composer)));
    }
    Messages answering = Messages.in(Language.detect(words));
    return Optional.of(
        new Call.AnswerGuest(
            mention.queryId(),
            found(words, mention.updateId(), mention.person().id(), now).results().stream()
                .findFirst()
                .orElseGet(() -> words("guest.none", answering, composer))));
  }

  /** A result that says something of ours. */
  static InlineResult words(String key, Messages messages, Composer composer) {
    return new InlineResult(
        "words", messages.text(key), "", composer.notice(messages.language(), key));
  }

  /**
   * What was found.
   *
   * @param personal whether it depends on the zone of whoever asks
   */
  private record Found(List<InlineResult> results, boolean personal) {}

  /**
   * What is pinned goes first, then words that were printed just so, then answers to them as a
   * question. A quotation that was printed is no question that has to be counted.
   */
  private Found found(String words, long updateId, long person, Instant now) {
    Language language = Language.detect(words);
    Passing passing = asked.by(words, person, now);
    Answer answer = passing.answer();
    List<Citation> answering = answer instanceof Answer.Found found ? found.citations() : List.of();
    List<Citation> printed = printed(words);
    if (printed.isEmpty()) {
      counted.question(updateId, person, answer, now);
    }
    Map<String, InlineResult> all = new LinkedHashMap<>();
    if (passing.pinned()) {
      InlineResult first = composer.sharedPinned(answering.getFirst(), language);
      all.put(first.id(), first);
    }
    Stream.concat(printed.stream(), answering.stream())
        .map(citation -> composer.shared(citation, language))
        .forEach(result -> all.putIfAbsent(result.id(), result));
    return new Found(
        all.values().stream().limit(MOST_RESULTS).toList(), isOfAPeriod(answer.reading()));
  }

  private static boolean isOfAPeriod(Reading reading) {
    return reading.from().isPresent() || reading.to().isPresent();
  }

  private List<Citation> printed(String words) {
    return PrintedQuotes.canBeFound(words)
        ? quotes.apply(words).stream().filter(Printed::isExact).map(Printed::citation).toList()
        : List.of();
  }
}
