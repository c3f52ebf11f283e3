package news.isnad.bot.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import news.isnad.bot.telegram.Incoming.WordlessMessage;

/** Which pictures come first in their albums; the latest albums only. Safe for concurrent use. */
final class Albums {
  private static final int MOST = 1000;

  /** Each with the update that began it: handled again, that is still the first. */
  private final Map<String, Long> begun = new LinkedHashMap<>();

  /** Whether a message is in no album, or the first one of its. */
  boolean isFirst(WordlessMessage wordless) {
    return wordless.album().map(album -> isFirst(album, wordless.updateId())).orElse(true);
  }

  private synchronized boolean isFirst(String album, long updateId) {
    long first = begun.computeIfAbsent(album, _ -> updateId);
    if (begun.size() > MOST) {
      begun.remove(begun.keySet().iterator().next());
    }
    return first == updateId;
  }
}
