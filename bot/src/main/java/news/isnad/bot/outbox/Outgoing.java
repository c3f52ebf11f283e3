package news.isnad.bot.outbox;

import static java.util.Objects.requireNonNull;

import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;

/**
 * Something to be said. Immutable.
 *
 * @param key what it is, in every repetition the same, such as {@code u/4711/0}: the outbox takes a
 *     key once
 * @param call something that can wait ({@link CallJson#isWritable})
 */
public record Outgoing(String key, Urgency urgency, Call call) {
  public Outgoing {
    if (key.isBlank()) {
      throw new IllegalArgumentException("key is blank");
    }
    requireNonNull(urgency, "urgency is null");
    if (!CallJson.isWritable(call)) {
      throw new IllegalArgumentException("not a call that can wait: " + call);
    }
  }

  /** The answer to something that a person did; before everything else. */
  public static Outgoing answer(String key, Call call) {
    return new Outgoing(key, Urgency.ANSWER, call);
  }
}
