package news.isnad.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are said again and again, for many articles or many questions: each is read by the
 * database once. Values stand in the order in which their names appear first. Used by one thread at
 * a time; lives as long as the transaction or the connection.
 */
public final class Prepared implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  public Prepared(Connection connection) {
    this.connection = connection;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** The first row that a command gives. */
  public <T> Optional<T> first(String command, RowReader<T> reader, @Nullable Object... values) {
    try (ResultSet rows = bound(command, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.of(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** All rows that a command gives. */
  public <T> List<T> all(String command, RowReader<T> reader, @Nullable Object... values) {
    try (ResultSet rows = bound(command, values).executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The number that a command gives. */
  public long number(String command, @Nullable Object... values) {
    return first(command, row -> row.getLong(1), values).orElseThrow();
  }

  /**
   * Inserts a row and gives its number. SQLite's own way, since {@code RETURNING} has it copy every
   * page before it changes it.
   */
  public long inserted(String command, @Nullable Object... values) {
    execute(command, values);
    return number("SELECT last_insert_rowid()");
  }

  public void execute(String command, @Nullable Object... values) {
    try {
      bound(command, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement bound(String command, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(command);
    if (statement == null) {
      statement = connection.prepareStatement(command);
      statements.put(command, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the store failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        // It ends with its connection at the latest.
      }
    }
    statements.clear();
  }
}
