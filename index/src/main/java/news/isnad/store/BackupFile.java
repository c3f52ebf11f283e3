package news.isnad.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes backups and brings them back. A name never stands for half a file. Stateless. */
final class BackupFile {
  private BackupFile() {}

  /** Copies a database that may be in use, verifies the copy and gives it its name. */
  static void write(Path database, Path target) {
    Path whole = target.toAbsolutePath();
    Path growing = beside(whole, ".partial");
    try {
      Files.createDirectories(requireNonNull(whole.getParent(), "target is a root"));
      Files.deleteIfExists(growing);
      copy(database, growing);
      verify(growing, target);
      Sqlite.force(growing);
      Files.move(
          growing, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Sqlite.force(whole);
    } catch (IOException e) {
      throw new StoreUnavailableException("The backup cannot be written: " + target, e);
    } finally {
      deleteQuietly(growing);
    }
  }

  /** Verifies a backup, then puts it in the place of a database that nobody has open. */
  static void restore(Path from, Path to) {
    Path growing = beside(to, ".partial");
    if (!Sqlite.isDatabase(from)) {
      throw new DamagedStoreException(
          from, "it is not a backup of a store", Optional.empty(), null);
    }
    try {
      Files.createDirectories(requireNonNull(to.getParent(), "to is a root"));
      Files.deleteIfExists(growing);
      // Not a plain copy: the file given may itself be a store with a log beside it.
      copy(from.toAbsolutePath(), growing);
      verify(growing, from);
      Sqlite.force(growing);
      setAside(to);
      Files.move(growing, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Sqlite.force(to);
    } catch (IOException e) {
      throw new StoreUnavailableException("The backup cannot be put in place: " + to, e);
    } finally {
      deleteQuietly(growing);
    }
  }

  /**
   * Keeps the old database under another name while its own name stays taken, and takes away its
   * log, which must not be applied to the new one.
   */
  private static void setAside(Path to) throws IOException {
    if (!Files.exists(to)) {
      return;
    }
    Path replaced = beside(to, ".replaced");
    Files.deleteIfExists(replaced);
    try {
      copy(to, replaced);
    } catch (RuntimeException damaged) {
      Files.copy(to, replaced, StandardCopyOption.REPLACE_EXISTING);
    }
    for (Path companion : Sqlite.companions(to)) {
      Files.deleteIfExists(companion);
    }
  }

  private static void copy(Path database, Path target) {
    try (Connection connection = Sqlite.readers(database).getConnection();
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      throw Sqlite.translated(database, e);
    }
  }

  private static void verify(Path copy, Path name) {
    List<String> problems;
    try (Connection connection = Sqlite.readers(copy).getConnection()) {
      problems = Sqlite.problems(connection);
    } catch (SQLException e) {
      throw Sqlite.translated(name, e);
    } finally {
      Sqlite.companions(copy).forEach(BackupFile::deleteQuietly);
    }
    if (!problems.isEmpty()) {
      throw new DamagedStoreException(name, problems.getFirst(), Optional.empty(), null);
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // A rest that the next attempt deletes.
    }
  }
}
