package news.isnad.bot.terminal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.isnad.answer.Answer;
import news.isnad.answer.Interpretation;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Plain;
import news.isnad.bot.conversation.AskCommand;
import news.isnad.bot.telegram.Message;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.question.Asking;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: one answer. */
@Command(name = "ask", description = "Answer one question from the data folder.")
public final class AskOnce implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Parameters(
      paramLabel = "QUESTION",
      arity = "1..*",
      description = "the question, in Arabic or English")
  private String[] words = {};

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "when it is asked, such as 2026-01-16T09:00:00Z or 2026-01-16")
  private @Nullable String now;

  @Option(names = "--lang", paramLabel = "ar|en", description = "overrides the detected language")
  private @Nullable String lang;

  @Option(names = "--explain", description = "shows every step, from the words to the decision")
  private boolean explain;

  private final Workplace workplace;

  public AskOnce(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Optional<Language> language = Optional.empty();
    if (lang != null) {
      language = Language.of(lang);
      if (language.isEmpty()) {
        workplace.terminal().problem("--lang takes ar or en, not \"" + lang + "\".");
        return Workplace.WRONG_USE;
      }
    }
    Optional<Instant> asked = instant();
    if (now != null && asked.isEmpty()) {
      workplace.terminal().problem("--now takes an instant such as 2026-01-16T09:00:00Z.");
      return Workplace.WRONG_USE;
    }
    Asking asking =
        new Asking(asked.orElseGet(workplace::now), ZoneOffset.UTC, language, Optional.empty());
    return workplace.inFolder(
        common, "ask", (settings, folder, _) -> ask(settings, folder, asking));
  }

  private Optional<Instant> instant() {
    if (now == null) {
      return Optional.empty();
    }
    return Instants.read(now);
  }

  private int ask(Settings settings, DataFolder folder, Asking asking) {
    try (Engine engine = workplace.engine(settings, folder)) {
      engine.catchUp();
      Asking inZone =
          new Asking(asking.now(), settings.ui().timeZone(), asking.language(), asking.previous());
      String typed = String.join(" ", words);
      Answer answer = engine.answers().answer(typed, inZone);
      if (common.json()) {
        workplace.terminal().json(AnswerJson.of(answer));
      } else {
        print(
            workplace.terminal(),
            engine,
            settings,
            typed,
            answer,
            engine.answers().interpretation(answer.reading(), inZone));
      }
      if (explain) {
        explain(engine, settings, answer);
      }
      return Workplace.DONE;
    }
  }

  private void explain(Engine engine, Settings settings, Answer answer) {
    Message explanation =
        composer(engine, settings)
            .whyAtLength(engine.answers().explain(answer.reading()), Language.ENGLISH);
    workplace.terminal().say("");
    workplace.terminal().passage(Plain.of(explanation, false));
  }

  private static Composer composer(Engine engine, Settings settings) {
    return new Composer(
        settings.ui().timeZone(),
        (entity, language) -> engine.names().byId(entity).map(name -> name.name(language)));
  }

  /** Prints an answer for a person. */
  static void print(
      Terminal terminal,
      Engine engine,
      Settings settings,
      String typed,
      Answer answer,
      Interpretation interpretation) {
    Composer composer = composer(engine, settings);
    Language language = answer.reading().language();
    Message message =
        AskCommand.insteadOfAnswer(typed, language, composer)
            .orElseGet(() -> Message.of(composer.answer(answer, "ask", interpretation).html()));
    terminal.passage(Plain.of(message, false));
  }

  /** Instants and dates as they are typed. */
  static final class Instants {
    private Instants() {}

    /** An instant; a date alone is its noon, UTC. */
    static Optional<Instant> read(String text) {
      try {
        return Optional.of(
            text.length() == 10
                ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                : java.time.OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException notAnInstant) {
        return Optional.empty();
      }
    }
  }
}
