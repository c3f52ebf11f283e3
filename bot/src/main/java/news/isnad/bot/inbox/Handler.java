package news.isnad.bot.inbox;

import java.util.List;
import java.util.Optional;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Incoming;

/**
 * What is done about an update.
 *
 * <p>Called outside a transaction and possibly more than once for the same update: after a crash,
 * and after a throw. So what it answers is keyed by the update. It is called from several threads,
 * for one chat never from two.
 */
@FunctionalInterface
public interface Handler {
  /**
   * Handles an update.
   *
   * @return what is to be said about it, in this order; stored together with the fact that the
   *     update is done, in one transaction
   * @throws RuntimeException for a defect: it is tried again, then set aside with an apology
   */
  List<Outgoing> handle(Incoming incoming);

  /**
   * What is said in the place of handling an update, perhaps nothing at all; then it is done. Empty
   * where it is to be handled.
   */
  default Optional<List<Outgoing>> instead(Incoming incoming) {
    return Optional.empty();
  }
}
