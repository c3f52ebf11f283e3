package news.isnad.bot.operator;

import java.util.Optional;
import java.util.function.Consumer;
import news.isnad.ingest.TryOut;

/** Looks at an address before it is tracked. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface SourceLook {
  /**
   * What could be tracked at an address. May take as long as some twenty fetches may.
   *
   * @param stages is told how far it has come
   * @throws java.util.concurrent.CancellationException if the program ends meanwhile
   */
  TryOut.Trial at(String address, Consumer<TryOut.Stage> stages);

  /** Why nothing can be tracked at an address, as far as it can be told without asking. */
  default Optional<TryOut.Refusal> refusal(String address) {
    return Optional.empty();
  }

  /** Where single articles are handed in. */
  default IntakeDesk intake() {
    return IntakeDesk.CLOSED;
  }
}
