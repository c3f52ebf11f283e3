package news.isnad.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Word lists beside this class: words separated by spaces and line breaks, comments after {@code
 * #}.
 */
final class Lists {
  private Lists() {}

  /** The folded words of a list. */
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String line : lines(name)) {
      for (String word : line.split("\\s+", -1)) {
        words.add(Folding.fold(word));
      }
    }
    return Set.copyOf(words);
  }

  /** Lines {@code lemma form form ...}: each form with its lemma, all folded. */
  static Map<String, String> pairs(String name) {
    Map<String, String> lemmas = new HashMap<>();
    for (String line : lines(name)) {
      String[] words = line.split("\\s+", -1);
      for (int i = 1; i < words.length; i++) {
        lemmas.put(Folding.fold(words[i]), Folding.fold(words[0]));
      }
    }
    return Map.copyOf(lemmas);
  }

  static List<String> lines(String name) {
    InputStream in = Lists.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("list " + name + " is missing from the program");
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String words = line.replaceFirst("#.*", "").strip();
        if (!words.isEmpty()) {
          lines.add(words);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("list " + name + " cannot be read", e);
    }
    return lines;
  }
}
