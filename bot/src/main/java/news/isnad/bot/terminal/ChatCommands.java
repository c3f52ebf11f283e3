package news.isnad.bot.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.operator.SourceLook;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SentFiles;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo} and {@code chat}: the bot's conversation in the terminal. */
public final class ChatCommands {
  private static final long PERSON = 1;

  private ChatCommands() {}

  /** {@code demo}: over the sample corpus, in a folder that is thrown away. */
  @Command(
      name = "demo",
      description = "Talk to the bot over a small invented sample corpus. Needs nothing.")
  public static final class Demo implements Callable<Integer> {
    @Mixin private final Common common = new Common();
    private final Workplace workplace;
    private final SourceLook sources;

    /** Update numbers of a terminal are negative. */
    private static final long FIRST_OF_DEMO = -1_000_000;

    /**
     * Prepares the command.
     *
     * @param sources what is said about sources here
     */
    public Demo(Workplace workplace, SourceLook sources) {
      this.workplace = workplace;
      this.sources = sources;
    }

    @Override
    public Integer call() {
      return workplace.withSettings(common, this::inThrowawayFolder);
    }

    private int inThrowawayFolder(Settings settings) {
      try {
        Path folder = Files.createTempDirectory("isnad-demo");
        try {
          return talk(settings, DataFolder.at(folder));
        } finally {
          delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private int talk(Settings settings, DataFolder folder) {
      Terminal terminal = workplace.terminal();
      long begun = System.nanoTime();
      InstantSource clock = InstantSource.fixed(Samples.NOW);
      try (Engine engine =
          Engine.open(
              folder.database(), folder.index(), workplace.migrations(), Samples.names(), clock)) {
        engine.articles().store(Samples.articles());
        engine.catchUp();
        Conversation.Place place =
            new Conversation.Place(
                settings, (person, group) -> true, sources, EXAMPLES, "", SentFiles.NONE, clock);
        try (Conversation conversation = Conversation.over(engine, place)) {
          greet(terminal, engine, Duration.ofNanos(System.nanoTime() - begun));
          new Talk(
                  terminal,
                  conversation.router(),
                  conversation::inTerminal,
                  clock,
                  person(),
                  FIRST_OF_DEMO,
                  true)
              .run();
        }
      }
      return Workplace.DONE;
    }

    private static void greet(Terminal terminal, Engine engine, Duration took) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%d invented sample articles in %.1f s. Nothing here is real.%n",
              engine.articles().count(),
              took.toMillis() / 1000.0);
      terminal.out().println(Messages.in(Language.ENGLISH).text("demo.welcome"));
      EXAMPLES.questions(Language.ENGLISH).forEach(line -> terminal.out().println("  " + line));
      terminal.out().println(Messages.in(Language.ARABIC).text("demo.welcome"));
      EXAMPLES.questions(Language.ARABIC).forEach(line -> terminal.out().println("  " + line));
      terminal.out().println();
    }

    private static void delete(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Questions that the sample corpus answers. */
  private static final Examples EXAMPLES =
      language ->
          List.of(
              Messages.in(language).text("demo.first"), Messages.in(language).text("demo.second"));

  /** {@code chat}: over the data folder. */
  @Command(name = "chat", description = "Talk to the bot over the data folder.")
  public static final class Chat implements Callable<Integer> {
    @Mixin private final Common common = new Common();

    @Option(names = "--operator", description = "talk as an owner, who may manage sources")
    private boolean operator;

    private final Workplace workplace;

    /** Prepares the command. */
    public Chat(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      return workplace.inFolder(common, "chat", (settings, folder, _) -> talk(settings, folder));
    }

    private int talk(Settings settings, DataFolder folder) {
      Settings own = operator ? settings.withOwner(PERSON) : settings;
      try (Engine engine = workplace.engine(settings, folder);
          SourcesAtWork sources = SourcesAtWork.over(engine, own, workplace.clock())) {
        engine.catchUp();
        Conversation.Place place =
            new Conversation.Place(
                own,
                (person, group) -> true,
                sources.desk(),
                Examples.GENERAL,
                "",
                SentFiles.NONE,
                workplace.clock());
        try (Conversation conversation = Conversation.over(engine, place)) {
          // Telegram's update numbers are small positive ones; ours must never meet them.
          long first = -workplace.now().toEpochMilli() * 1000;
          new Talk(
                  workplace.terminal(),
                  conversation.router(),
                  conversation::inTerminal,
                  workplace.clock(),
                  person(),
                  first,
                  true)
              .run();
        }
      }
      return Workplace.DONE;
    }
  }

  private static Person person() {
    String language = Locale.getDefault().getLanguage();
    return new Person(PERSON, "", Optional.of(language.equals("ar") ? "ar" : "en"), false);
  }
}
