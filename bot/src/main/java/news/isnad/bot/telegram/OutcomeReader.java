package news.isnad.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.SendOutcome.Blocked;
import news.isnad.bot.telegram.SendOutcome.Conflict;
import news.isnad.bot.telegram.SendOutcome.Migrated;
import news.isnad.bot.telegram.SendOutcome.Refused;
import news.isnad.bot.telegram.SendOutcome.Refused.Kind;
import news.isnad.bot.telegram.SendOutcome.Sent;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;

/**
 * What Telegram's answers mean. Codes decide where they can; where one code has several meanings,
 * the words of the description do, as Telegram offers nothing else. Stateless.
 */
final class OutcomeReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RETRY_AFTER = Pattern.compile("retry after (\\d{1,9})");

  /** The wait when Telegram says "too fast" and not how long. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private OutcomeReader() {}

  static SendOutcome read(String answer) {
    JsonNode json;
    try {
      json = JSON.readTree(answer);
    } catch (JsonProcessingException broken) {
      return new Unreachable(false, "the answer is not JSON");
    }
    if (json.path("ok").asBoolean(false)) {
      return new Sent(json.has("result") ? json.get("result") : NullNode.getInstance());
    }
    if (!json.path("error_code").isIntegralNumber()) {
      return new Unreachable(false, "the answer says neither result nor error");
    }
    return readError(
        json.path("error_code").intValue(),
        json.path("description").asText(""),
        json.path("parameters"));
  }

  private static SendOutcome readError(int code, String description, JsonNode parameters) {
    JsonNode newChat = parameters.path("migrate_to_chat_id");
    if (newChat.isIntegralNumber()) {
      return new Migrated(newChat.longValue());
    }
    String words = description.toLowerCase(Locale.ROOT);
    return switch (code) {
      case 401 -> new Unauthorized();
      // A wrong address or a token that never was one; nothing was done, and nothing is lost by it.
      case 404 -> new Unreachable(true, code + " " + description);
      case 403 -> new Blocked(reasonOf403(words), description);
      case 413 -> new Refused(code, description, Kind.TOO_LONG);
      case 409 -> new Conflict(description);
      case 429 -> new TooFast(retryAfter(words, parameters));
      default ->
          code >= 500
              ? new Unreachable(false, code + " " + description)
              : read400(code, words, description);
    };
  }

  private static Duration retryAfter(String words, JsonNode parameters) {
    JsonNode seconds = parameters.path("retry_after");
    if (seconds.isNumber()) {
      return Duration.ofSeconds(Math.max(1, seconds.longValue()));
    }
    Matcher said = RETRY_AFTER.matcher(words);
    return said.find()
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(said.group(1))))
        : USUAL_WAIT;
  }

  private static Blocked.Reason reasonOf403(String words) {
    if (words.contains("kicked")
        || words.contains("not a member")
        || words.contains("was deleted")) {
      return Blocked.Reason.NOT_A_MEMBER;
    }
    if (words.contains("rights") || words.contains("write_forbidden")) {
      return Blocked.Reason.NO_RIGHTS;
    }
    return Blocked.Reason.BLOCKED;
  }

  private static SendOutcome read400(int code, String words, String description) {
    if (containsAny(words, "chat not found", "peer_id_invalid", "group chat was deactivated")) {
      return new Blocked(Blocked.Reason.CHAT_NOT_FOUND, description);
    }
    if (containsAny(
        words,
        "not enough rights",
        "have no rights",
        "need administrator rights",
        "chat_write_forbidden",
        "chat_restricted",
        "chat_send_plain_forbidden")) {
      return new Blocked(Blocked.Reason.NO_RIGHTS, description);
    }
    return new Refused(code, description, kindOf(words));
  }

  private static Kind kindOf(String words) {
    if (words.contains("can't parse")) {
      return Kind.CANT_PARSE;
    }
    if (containsAny(words, "message is too long", "message_too_long", "text is too long")) {
      return Kind.TOO_LONG;
    }
    if (containsAny(words, "message is not modified", "message_not_modified")) {
      return Kind.NOT_MODIFIED;
    }
    if (containsAny(
        words, "message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")) {
      return Kind.THREAD_NOT_FOUND;
    }
    if (containsAny(words, "query is too old", "query_id_invalid")) {
      return Kind.QUERY_TOO_OLD;
    }
    return Kind.OTHER;
  }

  private static boolean containsAny(String words, String... parts) {
    for (String part : parts) {
      if (words.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
