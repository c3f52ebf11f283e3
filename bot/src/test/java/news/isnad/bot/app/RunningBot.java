package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;

/**
 * The bot on a thread of its own, over an engine and a fake Telegram.
 *
 * <pre>{@code
 * try (RunningBot bot = new RunningBot(engine, settings, clock)) {
 *   bot.start();
 *   telegram.say(...);
 *   bot.end();
 * }
 * }</pre>
 */
final class RunningBot implements AutoCloseable {
  private final SourcesAtWork sources;
  private final TelegramRun run;
  private CompletableFuture<Integer> exit;

  RunningBot(Engine engine, Settings settings, InstantSource clock) {
    sources = SourcesAtWork.over(engine, settings, clock);
    run =
        new TelegramRun(
            settings, settings.telegram().token().orElseThrow(), engine, sources.desk(), clock);
  }

  /** Settings for a fake Telegram, with further variables of the environment. */
  static Settings settings(Path folder, FakeTelegram telegram, Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(more);
    environment.put("ISNAD_TELEGRAM_TOKEN", FakeTelegram.TOKEN);
    environment.put("ISNAD_TELEGRAM_API_URL", telegram.url().toString());
    Configuration read = SettingsReader.read(folder, Optional.empty(), environment, Map.of());
    return ((Configuration.Read) read).settings();
  }

  TelegramRun run() {
    return run;
  }

  SourcesAtWork sources() {
    return sources;
  }

  /** A run blocks its thread until it ends, so it is on none that others wait for. */
  void start() {
    exit = CompletableFuture.supplyAsync(run::run, Thread.ofPlatform().name("bot")::start);
  }

  /** Ends it in order, which has to succeed. */
  void end() {
    run.close();
    assertThat(exit.join()).isZero();
  }

  @Override
  public void close() {
    run.close();
    sources.close();
  }
}
