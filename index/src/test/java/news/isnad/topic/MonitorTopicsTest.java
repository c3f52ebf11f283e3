package news.isnad.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.Test;

class MonitorTopicsTest extends TopicsContract {
  @Override
  Topics topics(TranslatedWords translations) {
    return new MonitorTopics(translations);
  }

  /** The contract above has to be looked at again when either changes. */
  @Test
  void monitor_isOlderThanTheCoreItRunsOn() {
    assertThat(Version.LATEST).hasToString("10.6.0");
    assertThat(Monitor.class.getPackage().getImplementationVersion()).startsWith("10.3.0");
  }
}
