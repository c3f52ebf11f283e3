package news.isnad.bot.conversation;

import java.util.Optional;
import news.isnad.answer.Citation;

/** Passages that editors pinned to questions. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface Pinned {
  /** Nothing is pinned. */
  Pinned NOTHING = _ -> Optional.empty();

  /** What is pinned as the answer to a question, while it stands. */
  Optional<Citation> to(String question);
}
