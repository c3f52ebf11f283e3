package news.isnad.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.isnad.speaker.Statement;
import news.isnad.speaker.Upstream;
import news.isnad.text.Folding;

/** Whom articles credit, as keys that are the same in all of them. Stateless. */
public final class Origins {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Origins() {}

  /** What every statement of an article credits: none where they differ. */
  static Set<String> of(List<Statement> statements) {
    Set<String> shared = new TreeSet<>();
    boolean first = true;
    for (Statement statement : statements) {
      Set<String> here = new TreeSet<>();
      statement.upstream().forEach(upstream -> here.add(key(upstream)));
      if (first) {
        shared.addAll(here);
        first = false;
      } else {
        shared.retainAll(here);
      }
    }
    return shared;
  }

  private static String key(Upstream upstream) {
    return upstream.entity().orElseGet(() -> key(upstream.name()));
  }

  /** An outlet's name as ids of known names are made: "The Harbour Post" is harbour-post. */
  public static String key(String outlet) {
    String folded = Folding.fold(outlet).toLowerCase(Locale.ROOT).strip();
    String name = folded.startsWith("the ") ? folded.substring(4) : folded;
    return BETWEEN.matcher(name).replaceAll("-");
  }
}
