package news.isnad.bot.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What the program logs until it is closed, written as the program does, and nowhere else. */
public final class RecordedLog implements AutoCloseable {
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Map<Logger, Optional<Level>> levels = new LinkedHashMap<>();
  private final Recorder recorder = new Recorder();

  private final class Recorder extends AppenderBase<ILoggingEvent> {
    private final LogEncoder encoder = new LogEncoder();

    @Override
    protected void append(ILoggingEvent event) {
      logged.add(new String(encoder.encode(event), UTF_8));
    }
  }

  /**
   * Begins to record.
   *
   * @param level for loggers below {@code news.isnad}
   * @param below those that are at the level
   */
  public RecordedLog(Level level, String... below) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    recorder.setContext(context);
    recorder.start();
    for (String name : below) {
      Logger logger = context.getLogger("news.isnad" + name);
      levels.put(logger, Optional.ofNullable(logger.getLevel()));
      logger.setLevel(level);
    }
    all().addAppender(recorder);
    all().setAdditive(false);
  }

  private static Logger all() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("news.isnad");
  }

  public List<String> lines() {
    return List.copyOf(logged);
  }

  @Override
  public void close() {
    all().detachAppender(recorder);
    all().setAdditive(true);
    levels.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
  }
}
