package news.isnad.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/** What is peculiar to SQLite: settings, error codes, the file. Stateless. */
final class Sqlite {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);
  private static final int BUSY_MILLIS = 10_000;

  private Sqlite() {}

  /** Connections that may write. A transaction takes the write lock when it begins. */
  static SQLiteDataSource writers(Path file) {
    return source(file, SQLiteConfig.TransactionMode.IMMEDIATE, 16_000);
  }

  /** Connections for reading. A transaction is a snapshot. */
  static SQLiteDataSource readers(Path file) {
    return source(file, SQLiteConfig.TransactionMode.DEFERRED, 4_000);
  }

  private static SQLiteDataSource source(
      Path file, SQLiteConfig.TransactionMode mode, int cacheKilobytes) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(mode);
    config.setCacheSize(-cacheKilobytes);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false); // else each insert asks for the key that it gave
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Rewrites every page and empties the log; false where somebody still reads the log. */
  static boolean writeAnew(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt(1) == 0;
      }
    }
  }

  /** The problems that SQLite finds in a file; none if it is sound. */
  static List<String> problems(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
      while (rows.next()) {
        if (!"ok".equals(rows.getString(1))) {
          problems.add(rows.getString(1));
        }
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (rows.next() && problems.size() < 20) {
        problems.add(
            "a row of " + rows.getString(1) + " refers to nothing in " + rows.getString(3));
      }
    }
    return problems;
  }

  /** What an error means for the caller; the error itself where it means a defect. */
  static RuntimeException translated(Path file, RuntimeException error) {
    SQLiteException cause = cause(error);
    return cause == null ? error : translated(file, cause, error);
  }

  static RuntimeException translated(Path file, SQLException error) {
    SQLiteException cause = cause(error);
    return cause == null
        ? new IllegalStateException("the store failed: " + error.getMessage(), error)
        : translated(
            file,
            cause,
            new IllegalStateException("the store failed: " + error.getMessage(), error));
  }

  private static RuntimeException translated(
      Path file, SQLiteException cause, RuntimeException otherwise) {
    // The low byte is the primary code, the rest says more.
    return switch (cause.getResultCode().code & 0xFF) {
      case 11, 26 ->
          new DamagedStoreException(
              file, String.valueOf(cause.getMessage()), newestBackup(file), otherwise);
      case 13 -> new StoreUnavailableException("The disk is full: " + file, otherwise);
      case 8 -> new StoreUnavailableException("The store cannot be written: " + file, otherwise);
      case 5, 6 ->
          new StoreUnavailableException("Another process holds the store: " + file, otherwise);
      case 10, 14 ->
          new StoreUnavailableException(
              "The store cannot be reached: " + file + " (" + cause.getMessage() + ")", otherwise);
      default -> otherwise;
    };
  }

  private static @Nullable SQLiteException cause(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException found) {
        return found;
      }
    }
    return null;
  }

  /** The newest file beside a database, or in a folder {@code backups} beside it, that is one. */
  static Optional<Path> newestBackup(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    List<Path> found = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("backups"))) {
      try (Stream<Path> files = Files.list(place)) {
        files
            .filter(each -> !each.equals(file.toAbsolutePath()) && isDatabase(each))
            .forEach(found::add);
      } catch (IOException absent) {
        // No such folder, or not readable: no backup there.
      }
    }
    return found.stream().max(Comparator.comparing(Sqlite::modified));
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** True for a file that begins as a SQLite database does. */
  static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      return false;
    }
  }

  /** Files that SQLite keeps beside a database. */
  static List<Path> companions(Path file) {
    return List.of(
        file.resolveSibling(file.getFileName() + "-wal"),
        file.resolveSibling(file.getFileName() + "-shm"));
  }

  /** Writes what the operating system still holds of a file, and of its folder's entry, to disk. */
  static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written to disk", e);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException notThere) {
        // Windows opens no folders; there the entry is durable by itself.
      }
    }
  }
}
