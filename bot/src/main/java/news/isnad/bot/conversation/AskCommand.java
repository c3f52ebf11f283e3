package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import news.isnad.answer.Answer;
import news.isnad.answer.Answers;
import news.isnad.answer.Citation;
import news.isnad.answer.Interpretation;
import news.isnad.bot.compose.AnswerLength;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.text.Language;

/** Answers questions: private free text, {@code /ask}, replies to the bot. */
public final class AskCommand implements Command {
  private final Answers answers;
  private final Composer composer;
  private final Memory memory;
  private final Examples examples;
  private final LongFunction<ZoneId> zones;
  private final Pinned pinned;
  private final Translations translations;
  private final AnswerButtons answerButtons;
  private final ShortIds ids = new ShortIds();
  private final LongAdder answered = new LongAdder();
  private final Latencies latencies = new Latencies();
  private final LongAdder unanswered = new LongAdder();

  /** How many questions were answered since the start, and how many could not be. */
  public record Asked(long answered, long unanswered) {}

  /**
   * @param zones the zone of a chat in which "yesterday" is a day
   * @param pinned what answers questions before anything else
   * @param translations what can be had of quotations in the other language
   */
  public AskCommand(
      Answers answers,
      Composer composer,
      Memory memory,
      Examples examples,
      LongFunction<ZoneId> zones,
      Pinned pinned,
      Translations translations) {
    this.translations = requireNonNull(translations, "translations is null");
    this.pinned = requireNonNull(pinned, "pinned is null");
    this.answers = requireNonNull(answers, "answers is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.examples = requireNonNull(examples, "examples is null");
    this.zones = requireNonNull(zones, "zones is null");
    this.answerButtons = new AnswerButtons(memory, this::composerOf, translations);
  }

  /**
   * How long the last answers took, at most a thousand of them since the start.
   *
   * @param half as long as half of them took at most
   * @param most as long as 95 of a hundred took at most
   */
  public record Latency(int count, Duration half, Duration most) {}

  /** How long the last answers took. */
  public Latency latency() {
    return latencies.now();
  }

  /** What was asked since the start. */
  public Asked asked() {
    return new Asked(answered.sum(), unanswered.sum());
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
  }

  @Override
  public Set<String> buttons() {
    return Set.of(
        "example",
        "context",
        "more",
        "rest",
        "nearest",
        "good",
        "bad",
        "anyone",
        "anytime",
        "first",
        "second",
        "third",
        "translate");
  }

  @Override
  public Reply handle(Request request) {
    return switch (Typed.of(request.argument())) {
      case Typed.Nothing _ ->
          Reply.say(composer.prompt(request.language(), "ask", request.asker().chat().isGroup()))
              .awaiting();
      case Typed.Unreadable _ -> Reply.say(friendly(request.language(), "question.unreadable"));
      case Typed.Polite _ ->
          Reply.say(friendly(Language.detect(request.argument()), "question.polite"));
      case Typed.TooLong(int length) ->
          Reply.say(
              friendly(
                  request.language(), "question.long", "length", length, "most", Typed.LONGEST));
      case Typed.Question(String text) -> answer(text, request, Turn.key(request.updateId(), 0));
    };
  }

  /**
   * Answers.
   *
   * @param place the outbox key that the message will have
   */
  private Reply answer(String question, Request request, String place) {
    Asking asking =
        new Asking(
            request.now(),
            zones.apply(request.chat()),
            Optional.empty(),
            memory.lastReadings().last(request));
    Optional<Citation> pin = pinned.to(question);
    Answer answer = answer(question, asking, pin);
    count(answer);
    Interpretation interpretation = answers.interpretation(answer.reading(), asking);
    AnswerLength length = memory.preferences().length(request.chat());
    String id = ids.next();
    return kept(
        Reply.say(
                withTranslation(
                    pin.isPresent()
                        ? composerOf(request).pinned(answer, id, interpretation, length)
                        : composerOf(request).answer(answer, id, interpretation, length),
                    answer,
                    id))
            .answering(),
        request,
        id,
        answer,
        interpretation,
        place);
  }

  /** Periods are read in the days of a chat's zone, and so are they written. */
  private Composer composerOf(Request request) {
    return composer.in(zones.apply(request.chat()));
  }

  /** A button for a quotation that is not in the language of the question. */
  private Message withTranslation(Message message, Answer answer, String id) {
    Language language = answer.reading().language();
    boolean foreign =
        answer instanceof Answer.Found found
            && found.citations().getFirst().edition().language() != language;
    if (!foreign || !translations.isOn()) {
      return message;
    }
    List<List<Button>> rows = new ArrayList<>(message.buttons());
    rows.add(List.of(Composer.button(Messages.in(language), "button.translate", "translate", id)));
    return message.withButtons(rows);
  }

  /**
   * An answer outside of our chats.
   *
   * @param pinned whether its first citation is pinned to the question
   */
  public record Passing(Answer answer, boolean pinned) {}

  /** The answer to a question that goes on from none before; what is pinned goes first. */
  public Passing passing(String question, long person, Instant now) {
    Optional<Citation> pin = pinned.to(question);
    Asking asking = new Asking(now, zones.apply(person), Optional.empty(), Optional.empty());
    return new Passing(answer(question, asking, pin), pin.isPresent());
  }

  private Answer answer(String question, Asking asking, Optional<Citation> pin) {
    Answer found = answers.answer(question, asking);
    return pin.<Answer>map(first -> pinned(first, found)).orElse(found);
  }

  /** The pinned passage goes first; what denies another one is not shown beside it. */
  private static Answer.Found pinned(Citation first, Answer answer) {
    List<Citation> citations = new ArrayList<>(List.of(first));
    Optional<Citation> otherSide = Optional.empty();
    if (answer instanceof Answer.Found found) {
      found.citations().stream().filter(other -> !isSame(first, other)).forEach(citations::add);
      otherSide = found.otherSide().filter(_ -> isSame(first, found.citations().getFirst()));
    }
    return new Answer.Found(
        answer.reading(), citations, otherSide, answer.searched(), answer.took());
  }

  private static boolean isSame(Citation one, Citation other) {
    return one.edition().sequence() == other.edition().sequence()
        && one.span().equals(other.span());
  }

  private void count(Answer answer) {
    latencies.add(answer.took());
    switch (answer) {
      case Answer.Found _ -> answered.increment();
      case Answer.NotFound _ -> unanswered.increment();
    }
  }

  private Reply kept(
      Reply reply,
      Request request,
      String id,
      Answer answer,
      Interpretation interpretation,
      String place) {
    return reply
        .keeping(memory.sentAnswers().keep(id, request, answer, place))
        .keeping(memory.sentReadings().keep(id, answer.reading(), interpretation.others()))
        .keeping(memory.lastReadings().keep(request, answer.reading()));
  }

  /** The same question, read as the button says, answered in the place of the answer before. */
  private Reply otherwise(String button, Request request) {
    List<Reading> readings = memory.sentReadings().find(request.argument(), request.chat());
    Optional<Reading> chosen = chosen(button, readings);
    if (chosen.isEmpty()) {
      return Reply.notice(request.messages().text("button.unknown"));
    }
    Asking asking =
        new Asking(request.now(), zones.apply(request.chat()), Optional.empty(), Optional.empty());
    Answer answer = answers.answer(chosen.get());
    List<Reading> others =
        readings.stream()
            .filter(reading -> !reading.equals(chosen.get()))
            .limit(Composer.OTHER_READINGS.size())
            .toList();
    Interpretation interpretation =
        new Interpretation(answers.interpretation(chosen.get(), asking).spelling(), others, true);
    String id = ids.next();
    return kept(
        Reply.edit(
            withTranslation(
                composerOf(request)
                    .answer(
                        answer, id, interpretation, memory.preferences().length(request.chat())),
                answer,
                id)),
        request,
        id,
        answer,
        interpretation,
        "m/" + request.messageId());
  }

  private static Optional<Reading> chosen(String button, List<Reading> readings) {
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    return switch (button) {
      case "anyone" -> Optional.of(readings.getFirst().byAnyone());
      case "anytime" -> Optional.of(readings.getFirst().atAnyTime());
      default -> {
        int place = Composer.OTHER_READINGS.indexOf(button) + 1;
        yield place < readings.size() ? Optional.of(readings.get(place)) : Optional.empty();
      }
    };
  }

  /** What is said instead of an answer where no question was typed; empty for a question. */
  public static Optional<Message> insteadOfAnswer(
      String typed, Language language, Composer composer) {
    Optional<Message> line =
        switch (Typed.of(typed)) {
          case Typed.Question _ -> Optional.empty();
          case Typed.Nothing _, Typed.Unreadable _ ->
              Optional.of(composer.notice(language, "question.unreadable"));
          case Typed.Polite _ -> Optional.of(composer.notice(language, "question.polite"));
          case Typed.TooLong(int length) ->
              Optional.of(
                  composer.notice(
                      language, "question.long", "length", length, "most", Typed.LONGEST));
        };
    return line.map(found -> found.withButtons(Examples.GENERAL.buttons(language)));
  }

  /** One line and two examples, for what cannot be asked. */
  private Message friendly(Language language, String key, Object... namesAndValues) {
    return composer.notice(language, key, namesAndValues).withButtons(examples.buttons(language));
  }

  @Override
  public Reply pressed(String button, Request request) {
    return switch (button) {
      case "example" -> example(request);
      case "anyone", "anytime", "first", "second", "third" -> otherwise(button, request);
      default -> answerButtons.pressed(button, request);
    };
  }

  private Reply example(Request request) {
    return Language.of(request.argument().replaceAll("\\d+$", ""))
        .flatMap(language -> example(language, request.argument()))
        .map(question -> answer(question, request, Turn.key(request.updateId(), 1)))
        .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
  }

  private Optional<String> example(Language language, String id) {
    return examples.questions(language).stream()
        .filter(
            question -> id.equals(language.code() + examples.questions(language).indexOf(question)))
        .findFirst();
  }
}
