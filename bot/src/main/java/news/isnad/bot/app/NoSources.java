package news.isnad.bot.app;

import java.util.function.Consumer;
import news.isnad.bot.operator.SourceLook;
import news.isnad.ingest.TryOut;

/** Sources of the demo: there are none, and none can be added. */
final class NoSources implements SourceLook {
  @Override
  public TryOut.Trial at(String address, Consumer<TryOut.Stage> stages) {
    return TryOut.Trial.refused(
        new TryOut.Refusal(TryOut.Why.UNREACHABLE, "the demo reads no sources"));
  }
}
