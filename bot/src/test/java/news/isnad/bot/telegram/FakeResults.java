package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The questions of the fake that are answered once and outside a chat of ours: presses, words typed
 * behind our name, mentions where we are no member. Guarded by the fake's lock.
 */
final class FakeResults {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration INLINE_LIVES = Duration.ofSeconds(10);
  private static final Duration QUERY_LIVES = Duration.ofMinutes(15);
  private static final int MOST_RESULTS = 50;

  private final InstantSource clock;
  private final Map<String, Long> queries = new HashMap<>();

  /** What was answered, by query. */
  final Map<String, JsonNode> answered = new TreeMap<>();

  FakeResults(InstantSource clock) {
    this.clock = clock;
  }

  void open(String id) {
    queries.put(id, clock.millis());
  }

  /** Every open query grows too old. */
  void age() {
    queries.replaceAll((_, _) -> clock.millis() - QUERY_LIVES.toMillis() - 1000);
  }

  JsonNode answerPress(ObjectNode body) {
    String id = body.path("callback_query_id").asText();
    require(queries.get(id), QUERY_LIVES);
    answered.put(id, body.deepCopy());
    return BooleanNode.TRUE;
  }

  JsonNode answerInline(ObjectNode body) {
    String id = body.path("inline_query_id").asText();
    require(queries.remove(id), INLINE_LIVES);
    if (body.path("results").size() > MOST_RESULTS) {
      throw FakeRefusal.badRequest("RESULTS_TOO_MUCH");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode result : body.path("results")) {
      if (!ids.add(result.path("id").asText())) {
        throw FakeRefusal.badRequest("RESULT_ID_DUPLICATE");
      }
      check(result);
    }
    JsonNode button = body.path("button");
    if (!button.isMissingNode()) {
      boolean starts = button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}");
      if (starts == button.has("web_app")) {
        throw FakeRefusal.badRequest("START_PARAM_INVALID");
      }
    }
    answered.put(id, body.deepCopy());
    return BooleanNode.TRUE;
  }

  JsonNode answerGuest(ObjectNode body) {
    String id = body.path("guest_query_id").asText();
    require(queries.remove(id), QUERY_LIVES);
    check(body.path("result"));
    answered.put(id, body.deepCopy());
    return JSON.createObjectNode().put("inline_message_id", "AgAAA" + id);
  }

  private void require(Long opened, Duration lives) {
    if (opened == null || clock.millis() - opened > lives.toMillis()) {
      throw FakeRefusal.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
  }

  static void check(JsonNode result) {
    if (result.path("title").asText().isBlank()) {
      throw FakeRefusal.badRequest("RESULT_TITLE_EMPTY");
    }
    JsonNode content = result.path("input_message_content");
    FakeChats.read(content.path("message_text").asText(), content.path("parse_mode").asText(""));
    FakeChats.checkedMarkup(result.path("reply_markup"));
  }
}
