package news.isnad.bot.operator;

import java.time.Instant;
import news.isnad.article.SourceHealth;

/** How a source does, in a word. */
enum SourceState {
  WELL,
  /** Nothing has come of it yet. */
  NEW,
  PAUSED,
  /** It cannot be read. */
  FAILING,
  /** It can be read, and has had nothing new for much longer than usual. */
  SILENT;

  static SourceState of(SourceHealth health, Instant now) {
    if (health.source().paused()) {
      return PAUSED;
    }
    if (health.source().failuresInRow() > 0) {
      return FAILING;
    }
    if (health.trouble(now).isPresent()) {
      return SILENT;
    }
    return health.lastGood().isPresent() ? WELL : NEW;
  }

  boolean isBad() {
    return this == FAILING || this == SILENT;
  }
}
