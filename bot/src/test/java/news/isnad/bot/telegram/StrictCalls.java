package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Holds calls that never go over HTTP against the Bot API's reference, as the fake does with those
 * that do.
 */
public final class StrictCalls {
  private static final BotApiContract CONTRACT = new BotApiContract();

  private StrictCalls() {}

  /**
   * Passes what Telegram could take.
   *
   * @throws AssertionError where it would not
   */
  public static void check(Call call) {
    RawMethod method = Methods.of(call);
    ObjectNode body = method.body().deepCopy();
    switch (call) {
      case Call.SendDocument document -> body.put("document", document.content());
      case Call.SendPhoto _ -> body.put("photo", "PNG");
      default -> {}
    }
    Optional<String> fault = CONTRACT.fault(method.getMethod(), body);
    if (fault.isPresent()) {
      throw new AssertionError(method.getMethod() + ": " + fault.get() + ": " + body);
    }
    try {
      readTexts(body);
      body.path("results").forEach(StrictCalls::readResult);
      readResult(body.path("result"));
    } catch (FakeRefusal refusal) {
      throw new AssertionError(method.getMethod() + ": " + refusal.getMessage(), refusal);
    }
  }

  private static void readTexts(JsonNode body) {
    if (body.has("text") && !body.has("callback_query_id")) {
      FakeChats.read(body.path("text").asText(), body.path("parse_mode").asText(""));
    }
    FakeChats.checkedMarkup(body.path("reply_markup"));
  }

  private static void readResult(JsonNode result) {
    if (!result.isMissingNode()) {
      FakeResults.check(result);
    }
  }
}
