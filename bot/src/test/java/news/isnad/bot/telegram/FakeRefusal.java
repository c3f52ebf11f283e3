package news.isnad.bot.telegram;

import java.util.Map;

/** The fake's "no", in Telegram's words. */
final class FakeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int code;
  final transient Map<String, Long> parameters;

  FakeRefusal(int code, String description) {
    this(code, description, Map.of());
  }

  FakeRefusal(int code, String description, Map<String, Long> parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  static FakeRefusal badRequest(String description) {
    return new FakeRefusal(400, "Bad Request: " + description);
  }
}
