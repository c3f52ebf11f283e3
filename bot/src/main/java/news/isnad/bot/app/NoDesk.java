package news.isnad.bot.app;

import java.net.URI;
import java.util.List;
import news.isnad.bot.operator.SourceDesk;

/** Sources of the demo: there are none, and none can be added. */
final class NoDesk implements SourceDesk {
  @Override
  public Outcome add(URI address, long by) {
    return new Outcome.Refused(Reason.UNREACHABLE, "the demo reads no sources");
  }

  @Override
  public boolean remove(URI address, long by) {
    return false;
  }

  @Override
  public List<Tracked> find(String nameOrAddress) {
    return List.of();
  }

  @Override
  public List<Tracked> tracked() {
    return List.of();
  }
}
