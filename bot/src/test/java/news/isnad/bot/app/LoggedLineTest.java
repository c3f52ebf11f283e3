package news.isnad.bot.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoggedLineTest {
  @Test
  void shippedConfiguration_logsNamesFromOutsideOnOneCleanLine() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(requireNonNull(getClass().getResource("/logback.xml")));
    var logger = context.getLogger("test");
    var appender =
        (ConsoleAppender<ch.qos.logback.classic.spi.ILoggingEvent>)
            requireNonNull(context.getLogger("ROOT").getAppender("err"));
    Encoder<ch.qos.logback.classic.spi.ILoggingEvent> encoder = appender.getEncoder();
    String name = "Coral\u001B[2J\n2026 ERROR forged \u202Etsop";
    byte[] line =
        encoder.encode(
            new LoggingEvent(
                "", logger, Level.INFO, "Source {} is read.", null, new Object[] {name}));
    assertThat(new String(line, StandardCharsets.UTF_8).strip())
        .endsWith("Source Coral[2J 2026 ERROR forged tsop is read.")
        .doesNotContain("\n");
    context.stop();
  }
}
