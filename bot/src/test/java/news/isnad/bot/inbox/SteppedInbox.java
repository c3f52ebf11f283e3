package news.isnad.bot.inbox;

import java.time.Instant;

/** Lets tests elsewhere step a worker by hand. */
public final class SteppedInbox {
  private SteppedInbox() {}

  /** Does everything that is due now, and says when something is due again. */
  public static Instant step(InboxWorker worker) {
    return worker.step();
  }
}
