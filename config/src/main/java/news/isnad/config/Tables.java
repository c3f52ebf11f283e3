package news.isnad.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of data that an operator may change: UTF-8 text, one row a line, columns separated by
 * tabs, alternatives inside a column by {@code |}. Lines that begin with {@code #} and blank lines
 * say nothing. Safe for concurrent use.
 */
public final class Tables {
  private Tables() {}

  /**
   * The rows of a table that ships with this module, such as {@code lexicon.tsv}.
   *
   * @throws IllegalArgumentException if there is no table of that name
   */
  public static List<List<String>> shipped(String name) {
    InputStream in = Tables.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalArgumentException("no table ships under the name " + name);
    }
    try (in) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("table " + name + " cannot be read", e);
    }
  }

  /** The rows of a table; trailing empty columns are kept. */
  public static List<List<String>> read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<List<String>> rows = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return rows;
  }

  /** The alternatives in a column, stripped; none for an empty column. */
  public static List<String> alternatives(String column) {
    List<String> found = new ArrayList<>();
    for (String part : column.split("\\|", -1)) {
      if (!part.isBlank()) {
        found.add(part.strip());
      }
    }
    return found;
  }
}
