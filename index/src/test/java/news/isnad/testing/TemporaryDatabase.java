package news.isnad.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.isnad.store.Database;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database in a folder of its own for each test, deleted afterwards.
 *
 * <pre>{@code
 * @RegisterExtension
 * final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");
 *
 * database.get().inTransaction(...);
 * }</pre>
 */
public final class TemporaryDatabase implements BeforeEachCallback, AfterEachCallback {
  private final List<String> migrations;
  private Path folder;
  private Database database;

  public TemporaryDatabase(String... migrations) {
    this.migrations = List.of(migrations);
  }

  public Database get() {
    return database;
  }

  /** The folder that holds the database's file; a test may keep other files in it. */
  public Path folder() {
    return folder;
  }

  /** Closes the database and opens it again, as the next start of the program does. */
  public Database reopen() {
    database.close();
    database = open();
    return database;
  }

  /** The same file opened a second time, as another process has it. The test closes it. */
  public Database openAgain() {
    return open();
  }

  private Database open() {
    return FreshStore.open(folder.resolve("isnad.db"), migrations);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    try {
      folder = Files.createTempDirectory("isnad-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    database.close();
    Folders.delete(folder);
  }
}
