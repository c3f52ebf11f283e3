package news.isnad.bot.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import news.isnad.bot.compose.Outside;

/**
 * The words of a log line: names and addresses from outside stand in it, so it is cleaned and stays
 * on one line. Named in {@code logback.xml}. Safe for concurrent use.
 */
public final class LoggedLine extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Outside.line(String.valueOf(event.getFormattedMessage()));
  }
}
