package news.isnad.bot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.terminal.AskOnce;
import news.isnad.bot.terminal.Bench;
import news.isnad.bot.terminal.ChatCommands;
import news.isnad.bot.terminal.EvalCommands;
import news.isnad.bot.terminal.FeedbackCommand;
import news.isnad.bot.terminal.IngestCommands;
import news.isnad.bot.terminal.SourceCommands;
import news.isnad.bot.terminal.StoreCommands;
import news.isnad.bot.terminal.Terminal;
import news.isnad.bot.terminal.Workplace;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The beginning of {@code ./isnad}. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(execute(Terminal.ofProcess(), InstantSource.system(), arguments));
  }

  /** Runs a command; returns its exit code. */
  static int execute(Terminal terminal, InstantSource clock, String... arguments) {
    return commandLine(terminal, clock).execute(arguments);
  }

  /** Every command. */
  static CommandLine commandLine(Terminal terminal, InstantSource clock) {
    Workplace workplace = new Workplace(terminal, clock, Conversation.MIGRATIONS);
    CommandLine line = new CommandLine(new Root(terminal));
    line.addSubcommand(new ChatCommands.Demo(workplace, new NoSources()));
    line.addSubcommand(new RunCommand(workplace, terminal));
    line.addSubcommand(new ChatCommands.Chat(workplace));
    line.addSubcommand(new AskOnce(workplace));
    IngestCommands.all(workplace).forEach(line::addSubcommand);
    line.addSubcommand(new SourceCommands(workplace));
    EvalCommands.all(workplace).forEach(line::addSubcommand);
    line.addSubcommand(
        new CommandLine(new Bench(workplace, Main.class))
            .addSubcommand(Bench.topics(workplace))
            .addSubcommand(Bench.indexing(workplace))
            .addSubcommand(Bench.polling(workplace))
            .addSubcommand(Bench.start(workplace)));
    line.addSubcommand(new StoreCommands.Check(workplace));
    line.addSubcommand(new StoreCommands.Rebuild(workplace));
    line.addSubcommand(new StoreCommands.Backup(workplace));
    line.addSubcommand(new StoreCommands.Restore(workplace));
    line.addSubcommand(new FeedbackCommand(workplace));
    line.addSubcommand(new StoreCommands.Config(terminal));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (defect, _, _) -> {
          terminal.problem("this should not have happened: " + defect);
          defect.printStackTrace(terminal.err());
          return Workplace.FAILED;
        });
    return line;
  }

  /** {@code ./isnad} alone. */
  @Command(
      name = "isnad",
      description =
          "Answers questions about tracked news: the words, who said them, and through whom.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "  ./isnad demo    talk to the bot over a sample corpus, needs nothing",
        "  ./isnad test    every check and every test"
      })
  private static final class Root implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @CommandLine.Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "show this and exit")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Terminal terminal;

    Root(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      spec.commandLine().usage(terminal.err());
      return Workplace.WRONG_USE;
    }
  }
}
