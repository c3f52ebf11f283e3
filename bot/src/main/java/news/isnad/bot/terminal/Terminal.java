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
import java.util.Locale;
import java.util.regex.Pattern;
import news.isnad.bot.compose.Outside;

/**
 * Where a command reads and writes. Confined to one thread.
 *
 * @param in what is typed
 * @param out results
 * @param err progress, problems
 */
public record Terminal(BufferedReader in, PrintStream out, PrintStream err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Controls beyond those that JSON escapes anyway, embeddings, overrides and isolates. */
  private static final Pattern STEERING =
      Pattern.compile("[\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u206F]");

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

  /**
   * Prints one object on a line of its own. Its values are what was stored, to the letter; what
   * would steer a terminal is written as an escape.
   */
  void json(ObjectNode object) {
    try {
      out.println(escaped(JSON.writeValueAsString(object)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String json) {
    return STEERING
        .matcher(json)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }

  /**
   * Prints a result.
   *
   * @param arguments texts among them may come from outside: each is cleaned and set on one line
   */
  void say(String format, Object... arguments) {
    Object[] clean = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      clean[i] = arguments[i] instanceof Number ? arguments[i] : Outside.line(arguments[i] + "");
    }
    out.println(String.format(Locale.ROOT, format, clean));
  }

  /** Prints a text from outside, cleaned, with its lines. */
  void passage(String text) {
    out.println(Outside.passage(text));
  }

  /** Says what is wrong and what to do about it. */
  public void problem(String sentence) {
    err.println("isnad: " + Outside.line(sentence));
  }
}
