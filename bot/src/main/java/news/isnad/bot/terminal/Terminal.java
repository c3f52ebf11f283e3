package news.isnad.bot.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Confined to one thread.
 *
 * @param in what is typed
 * @param out results
 * @param err progress, problems
 */
public record Terminal(BufferedReader in, PrintStream out, PrintStream err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The process's own streams, in UTF-8. */
  public static Terminal ofProcess() {
    return of(System.in, System.out, System.err);
  }

  /** Streams of bytes, in UTF-8. */
  public static Terminal of(InputStream in, PrintStream out, PrintStream err) {
    return new Terminal(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Prints one object on a line of its own. */
  void json(ObjectNode object) {
    try {
      out.println(JSON.writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what is wrong and what to do about it. */
  public void problem(String sentence) {
    err.println("isnad: " + sentence);
  }
}
