package news.isnad.bot.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import news.isnad.config.Settings;
import news.isnad.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogEncoderTest {
  private static final String TOKEN = "123456789:AAHzyxquopelzyxquopelzyxquopel_-x";
  private static final String FORGED = "Coral\u001B[2J\n2026 ERROR forged \u202Etsop";

  private final LoggerContext context = new LoggerContext();
  private ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();

  @BeforeEach
  void open() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(requireNonNull(getClass().getResource("/logback.xml")));
    appender =
        (ConsoleAppender<ILoggingEvent>)
            requireNonNull(context.getLogger("ROOT").getAppender("err"));
  }

  @AfterEach
  void close() {
    LogEncoder.use(Settings.Log.Format.TEXT);
    context.stop();
  }

  private String written(@Nullable Throwable thrown, String message, Object... arguments) {
    return written("news.isnad.Test", thrown, message, arguments);
  }

  private String written(
      String by, @Nullable Throwable thrown, String message, Object... arguments) {
    Logger logger = context.getLogger(by);
    return new String(
        appender
            .getEncoder()
            .encode(new LoggingEvent("", logger, Level.INFO, message, thrown, arguments)),
        UTF_8);
  }

  @Test
  void namesFromOutside_standOnOneCleanLine() {
    assertThat(written(null, "Source {} is read.", FORGED))
        .matches("\\S+Z INFO  Test Source Coral\\[2J 2026 ERROR forged tsop is read\\.\n");
  }

  @Test
  void exception_beginsNoLineOfItsOwn() {
    List<String> lines =
        written(new IllegalStateException(FORGED), "It failed.").strip().lines().toList();

    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("    "));
  }

  @Test
  void exceptionOfTheBot_hasClassAndPlaceAndNoWords_butTheStoresOwn() {
    Exception cause = new StoreUnavailableException("The disk is full", new Error("zyxquopel"));
    IllegalStateException thrown = new IllegalStateException("zyxquopel", cause);
    thrown.addSuppressed(new IllegalArgumentException("zyxquopel"));

    assertThat(written("news.isnad.bot.inbox.Worker", thrown, "It failed."))
        .contains("IllegalStateException: …", "IllegalArgumentException: …", "LogEncoderTest")
        .contains("StoreUnavailableException: The disk is full")
        .doesNotContain("zyxquopel");
    assertThat(written("news.isnad.ingest.Ingest", thrown, "It failed.")).contains("zyxquopel");
  }

  @Test
  void json_isOneObjectALine() throws Exception {
    LogEncoder.use(Settings.Log.Format.JSON);

    String line = written(new IllegalStateException(FORGED), "Source {} is read.", FORGED);

    assertThat(line.strip()).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("time").asText()).endsWith("Z");
    assertThat(json.path("level").asText()).isEqualTo("INFO");
    assertThat(json.path("logger").asText()).isEqualTo("news.isnad.Test");
    assertThat(json.path("thread").asText()).isEqualTo(Thread.currentThread().getName());
    assertThat(json.path("message").asText())
        .isEqualTo("Source Coral[2J 2026 ERROR forged tsop is read.");
    assertThat(json.path("exception").asText())
        .contains("IllegalStateException", "LogEncoderTest")
        .doesNotContain("\u001B", "\u202E");
  }

  @Test
  void token_isMaskedInBothForms() {
    for (Settings.Log.Format format : Settings.Log.Format.values()) {
      LogEncoder.use(format);
      assertThat(
              written(
                  new IllegalStateException("https://api.example/bot" + TOKEN + "/getMe"),
                  "Called {}.",
                  TOKEN))
          .contains("********")
          .doesNotContain("zyxquopel");
    }
  }
}
