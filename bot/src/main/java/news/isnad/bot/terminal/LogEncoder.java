package news.isnad.bot.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.bot.compose.Outside;
import news.isnad.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log, as text or as one JSON object a line. Named in {@code logback.xml}.
 *
 * <ul>
 *   <li>Names and addresses from outside stand in messages and exceptions, so each line of them is
 *       cleaned; none can begin a line of its own.
 *   <li>Where the bot handles what people write, an exception stands with its class and place and
 *       without what it says, in which their words may stand; the store's own say what they say.
 *   <li>What looks like a bot's token is masked, wherever it comes from.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
public final class LogEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("\\d{5,20}:[A-Za-z0-9_-]{20,}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

  /** Of the process: what was logged before the settings were read is text. */
  private static volatile Settings.Log.Format format = Settings.Log.Format.TEXT;

  /** From now on lines are written so. */
  static void use(Settings.Log.Format wanted) {
    format = wanted;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line =
        switch (format) {
          case TEXT -> text(event);
          case JSON -> json(event);
        };
    return (line + "\n").getBytes(UTF_8);
  }

  private static String text(ILoggingEvent event) {
    String line =
        String.format(
            Locale.ROOT,
            "%s %-5s %s %s",
            TIME.format(event.getInstant()),
            event.getLevel(),
            logger(event),
            clean(event.getFormattedMessage()));
    String exception = exception(event);
    return exception.isEmpty() ? line : line + "\n" + exception;
  }

  /** The class, without its package. */
  private static String logger(ILoggingEvent event) {
    String name = event.getLoggerName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String json(ILoggingEvent event) {
    ObjectNode line = JSON.createObjectNode();
    line.put("time", TIME.format(event.getInstant()));
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("message", clean(event.getFormattedMessage()));
    String exception = exception(event);
    if (!exception.isEmpty()) {
      line.put("exception", exception);
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("a line of the log cannot be written", defect);
    }
  }

  /** Each line is cleaned and begins with a space, as no line of the log does. */
  private static String exception(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null
        ? ""
        : ThrowableProxyUtil.asString(isOfBot(event) ? new Wordless(thrown) : thrown)
            .lines()
            .map(LogEncoder::clean)
            .filter(line -> !line.isEmpty())
            .map(line -> "    " + line)
            .collect(Collectors.joining("\n"));
  }

  private static boolean isOfBot(ILoggingEvent event) {
    return event.getLoggerName().startsWith("news.isnad.bot.");
  }

  /** An exception without what it says, but for what the store says itself. Immutable. */
  private record Wordless(IThrowableProxy of) implements IThrowableProxy {
    private static final List<String> OF_THE_STORE =
        List.of("news.isnad.store.", "java.sql.", "org.sqlite.");

    @Override
    public String getMessage() {
      boolean ours = OF_THE_STORE.stream().anyMatch(of.getClassName()::startsWith);
      return ours ? String.valueOf(of.getMessage()) : "…";
    }

    @Override
    public @Nullable String getOverridingMessage() {
      return null;
    }

    @Override
    public String getClassName() {
      return of.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return of.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return of.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      return of.getCause() == null ? null : new Wordless(of.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
      return Stream.of(of.getSuppressed()).map(Wordless::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
      return of.isCyclic();
    }
  }

  private static String clean(@Nullable String text) {
    return TOKEN.matcher(Outside.line(String.valueOf(text))).replaceAll("********");
  }
}
