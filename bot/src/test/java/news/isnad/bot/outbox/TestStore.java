package news.isnad.bot.outbox;

import java.nio.file.Path;
import java.util.List;
import news.isnad.store.Database;
import news.isnad.testing.FreshStore;

/** The bot's tables in a file of their own. */
public final class TestStore {
  private TestStore() {}

  public static Database open(Path folder) {
    return FreshStore.open(folder.resolve("isnad.db"), List.of("news/isnad/bot/migrations"));
  }
}
