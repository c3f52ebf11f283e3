package news.isnad.bot.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.terminal.Common;
import news.isnad.bot.terminal.Terminal;
import news.isnad.bot.terminal.Workplace;
import news.isnad.config.Secret;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the bot on Telegram. */
@Command(
    name = "run",
    description = "Run the bot on Telegram. Needs telegram.token (ISNAD_TELEGRAM_TOKEN).")
final class RunCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();
  private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
  private final AtomicInteger exit = new AtomicInteger();
  private final Workplace workplace;
  private final Terminal terminal;

  RunCommand(Workplace workplace, Terminal terminal) {
    this.workplace = workplace;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // SIGTERM is how a run is meant to end: close in order, then say that it went well.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    stop.get().run();
                  } finally {
                    Runtime.getRuntime().halt(exit.get());
                  }
                },
                "isnad-stop"));
    int code = Workplace.FAILED;
    try {
      code = answer();
      return code;
    } finally {
      stop.set(() -> {});
      exit.set(code);
    }
  }

  private int answer() {
    return workplace.withSettings(
        common,
        settings -> {
          Optional<Secret> token = settings.telegram().token();
          if (token.isEmpty()) {
            terminal.problem(
                "telegram.token is missing. Ask BotFather for one, then set ISNAD_TELEGRAM_TOKEN or"
                    + " telegram.token-file in config/isnad.yaml.");
            return Workplace.WRONG_USE;
          }
          return workplace.aloneInFolder(
              common, "run", (_, folder, _) -> run(settings, token.get(), folder));
        });
  }

  @SuppressWarnings("try") // a SIGTERM closes them in order, before the process halts
  private int run(Settings settings, Secret token, DataFolder folder) {
    try (Engine engine = workplace.engine(settings, folder);
        SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock());
        TelegramRun bot =
            new TelegramRun(settings, token, engine, sources.desk(), workplace.clock());
        Health health = Health.on(settings.metricsPort(), new RunPages(bot, workplace.clock()))) {
      stop.set(
          () -> {
            sources.close();
            bot.close();
            engine.close();
          });
      sources.start();
      return bot.run();
    }
  }
}
