package news.isnad.bot.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something could not be read, in the reader's language. The parts that read say it in English,
 * one sentence each, and so it is stored and logged; which sentences there are is the table {@code
 * causes.tsv}. Stateless.
 */
public final class Causes {
  private static final List<Cause> ALL = all();

  /** A sentence that the parts say. */
  record Cause(String key, Pattern sentence, String example) {}

  private Causes() {}

  /** A cause as a person is told it; what the table does not know is said in general. */
  public static Markup say(String cause, Messages messages) {
    String sentence = cause.strip();
    if (sentence.isEmpty()) {
      return Markup.none();
    }
    for (Cause each : ALL) {
      Matcher found = each.sentence().matcher(sentence);
      if (found.matches()) {
        return said(each, found, messages);
      }
    }
    return messages.say("cause.other");
  }

  private static Markup said(Cause cause, Matcher found, Messages messages) {
    String key = "cause." + cause.key();
    if (found.namedGroups().containsKey("count")) {
      return messages.say(key, "count", number(found.group("count")));
    }
    String subject = found.namedGroups().containsKey("subject") ? found.group("subject") : null;
    return subject == null ? messages.say(key) : messages.say(key, "subject", subject);
  }

  private static long number(String digits) {
    return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** The table. */
  static List<Cause> all() {
    try (InputStream in = Causes.class.getResourceAsStream("causes.tsv")) {
      if (in == null) {
        throw new IllegalStateException("causes.tsv is not on the class path");
      }
      List<Cause> all = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          all.add(new Cause(row[0], Pattern.compile(row[1], Pattern.DOTALL), row[2]));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("causes.tsv cannot be read", e);
    }
  }
}
