package news.isnad.bot.conversation;

import java.util.Collection;
import news.isnad.text.Language;

/**
 * What messages show of articles that are no answers: lists of the latest, printed quotations, the
 * context of an alert. Kept as long as answers are, so that these messages are found where an
 * article is taken down. Stateless.
 */
public final class Listed {
  private Listed() {}

  /**
   * Notes what the first message of a reply shows.
   *
   * @param editions their sequences
   */
  public static Change in(Request request, Language language, Collection<Long> editions) {
    return handle -> {
      for (long edition : editions) {
        handle.execute(
            "INSERT INTO listed (chat, place, sequence, language, shown) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            request.chat(),
            request.keyOf(0),
            edition,
            language.code(),
            request.now().toEpochMilli());
      }
    };
  }
}
