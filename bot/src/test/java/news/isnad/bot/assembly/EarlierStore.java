package news.isnad.bot.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;

/** Stores as earlier versions left them. */
public final class EarlierStore {
  private EarlierStore() {}

  /** Puts the store of a schema, from 1 on, into a data folder. */
  public static void write(int schema, Path folder) throws IOException, SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("isnad.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String each : content(schema).split("\n--;\n", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
      connection.commit();
    }
  }

  private static String content(int schema) throws IOException {
    String name = String.format(Locale.ROOT, "schemas/schema-%02d.sql", schema);
    try (InputStream in = Objects.requireNonNull(EarlierStore.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
