package news.isnad.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the newest form that ships in a class-path folder, {@code V1__words.sql},
 * {@code V2__words.sql} and so on. Each folder has a history table of its own.
 *
 * <p>Flyway costs some 250 ms at every start, most of it for finding out that there is nothing to
 * do. So that is found out here: it is called only if a shipped file is not in the history with the
 * same checksum.
 */
final class Migrations {
  private static final Map<String, String> PLACEHOLDERS =
      Map.of("identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB");

  private final String folder;
  private final String history;

  /**
   * @param folder such as {@code news/isnad/article/migrations}
   */
  Migrations(String folder) {
    this.folder = folder;
    this.history =
        "history_"
            + folder
                .replaceFirst("^news/isnad/", "")
                .replaceFirst("/migrations$", "")
                .replaceAll("\\W+", "_");
  }

  /** True where nothing is left to be done. */
  boolean isDone(Connection connection) throws SQLException {
    Map<String, Integer> shipped = shipped();
    if (shipped.isEmpty()) {
      throw new IllegalArgumentException("no migrations ship in " + folder);
    }
    Map<String, Integer> applied = applied(connection);
    for (String version : applied.keySet()) {
      if (!shipped.containsKey(version)) {
        throw new NewerStoreException(
            "The store was written by a newer version of the program (step "
                + version
                + " of "
                + folder
                + "). Run that version, or restore an older backup.");
      }
    }
    return applied.equals(shipped);
  }

  /** Does what is left. Other processes that want the same wait meanwhile. */
  void run(Path database, DataSource source) {
    Path lockFile = database.resolveSibling(database.getFileName() + ".migrating");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid()) {
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:" + folder)
            .table(history)
            .placeholders(PLACEHOLDERS)
            // Folders share a database: what another one made is no reason to refuse.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            // A version once had the fifth step of a folder before the fourth was written.
            .outOfOrder(true)
            .load()
            .migrate();
      }
    } catch (IOException e) {
      throw new StoreUnavailableException("The store cannot be written: " + database, e);
    }
  }

  private Map<String, Integer> applied(Connection connection) throws SQLException {
    Map<String, Integer> applied = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + history + "'")) {
        if (!tables.next()) {
          return applied;
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT version, checksum FROM " + history + " WHERE success AND type = 'SQL'")) {
        while (rows.next()) {
          applied.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return applied;
  }

  private Map<String, Integer> shipped() {
    Map<String, Integer> shipped = new TreeMap<>();
    try {
      for (URL place : Collections.list(Migrations.class.getClassLoader().getResources(folder))) {
        for (String name : names(place)) {
          if (name.matches("V\\d+__.*\\.sql")) {
            shipped.put(name.substring(1, name.indexOf("__")), checksum(name));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the migrations in " + folder + " cannot be read", e);
    }
    return shipped;
  }

  private List<String> names(URL place) throws IOException {
    URLConnection connection = place.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(folder + "/"))
          .map(name -> name.substring(folder.length() + 1))
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(uri(place)))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static URI uri(URL place) throws IOException {
    try {
      return place.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** As Flyway counts it: over the lines, without their ends. */
  private int checksum(String name) throws IOException {
    try (InputStream in =
        Migrations.class.getClassLoader().getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        throw new IOException(name + " is gone");
      }
      CRC32 crc = new CRC32();
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        crc.update(line.getBytes(UTF_8));
      }
      return (int) crc.getValue();
    }
  }
}
