package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** How a call to Telegram ended. None of them holds the token. Immutable. */
public sealed interface SendOutcome {
  /**
   * Telegram did it.
   *
   * @param result what it answered, as JSON
   */
  record Sent(JsonNode result) implements SendOutcome {
    public Sent {
      requireNonNull(result, "result is null");
    }

    /** The number of the message that was sent or edited, if the answer is a message. */
    public Optional<Long> messageId() {
      JsonNode id = result.path("message_id");
      return id.isIntegralNumber() ? Optional.of(id.longValue()) : Optional.empty();
    }
  }

  /** Too many calls: this one may be repeated after the wait, not before. */
  record TooFast(Duration retryAfter) implements SendOutcome {
    public TooFast {
      requireNonNull(retryAfter, "retryAfter is null");
    }
  }

  /** The group has this number now. */
  record Migrated(long newChat) implements SendOutcome {}

  /** We cannot write in this chat until something changes there. */
  record Blocked(Reason reason, String description) implements SendOutcome {
    /** Why a chat is closed to us. */
    public enum Reason {
      /** The person blocked us, or is gone. */
      BLOCKED,
      /** We were removed from the group or never were in it. */
      NOT_A_MEMBER,
      /** The chat is not known or gone. */
      CHAT_NOT_FOUND,
      /** We are there but may not write. */
      NO_RIGHTS
    }

    public Blocked {
      requireNonNull(reason, "reason is null");
      requireNonNull(description, "description is null");
    }
  }

  /** Telegram will not do this, however often we ask. */
  record Refused(int code, String description, Kind kind) implements SendOutcome {
    /** What Telegram found fault with. */
    public enum Kind {
      CANT_PARSE,
      TOO_LONG,
      NOT_MODIFIED,
      THREAD_NOT_FOUND,
      QUERY_TOO_OLD,
      OTHER
    }

    public Refused {
      requireNonNull(description, "description is null");
      requireNonNull(kind, "kind is null");
    }
  }

  /**
   * No usable answer: no connection, a deadline, an outage (5xx).
   *
   * @param beforeSend whether the request certainly did not leave: repeating it cannot double
   *     anything
   * @param why for the log
   */
  record Unreachable(boolean beforeSend, String why) implements SendOutcome {
    public Unreachable {
      requireNonNull(why, "why is null");
    }
  }

  /** The token is wrong or revoked. */
  record Unauthorized() implements SendOutcome {}

  /** Another program polls with our token, or a web hook is set (only for polling). */
  record Conflict(String description) implements SendOutcome {
    public Conflict {
      requireNonNull(description, "description is null");
    }
  }
}
