package news.isnad.bot.outbox;

import java.time.Instant;

/** Lets tests elsewhere step a dispatcher by hand. */
public final class Stepped {
  private Stepped() {}

  /** Does everything that is due now, and says when something is due again. */
  public static Instant step(Dispatcher dispatcher) {
    return dispatcher.step();
  }
}
