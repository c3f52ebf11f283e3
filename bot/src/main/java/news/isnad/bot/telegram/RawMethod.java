package news.isnad.bot.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Any method of the Bot API, for the library's client: the body as we built it, the answer as it
 * came.
 *
 * <p>The library's typed methods read a success into objects that throw on what they do not know: a
 * message that was sent would look like one that failed, and be sent again. Confined to one thread.
 */
final class RawMethod extends BotApiMethod<String> {
  @Serial private static final long serialVersionUID = 1;

  private final String name;
  private final transient JsonNode body;

  RawMethod(String name, JsonNode body) {
    this.name = name;
    this.body = body;
  }

  @Override
  public String getMethod() {
    return name;
  }

  /** What the request carries, and nothing else. */
  @JsonValue
  JsonNode body() {
    return body;
  }

  @Override
  public String deserializeResponse(String answer) {
    return answer;
  }
}
