package news.isnad.question;

import java.util.List;
import news.isnad.text.Language;
import news.isnad.text.Span;

/** Finds the known names in a question. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface NameSpotter {

  /** The known names in a text, in order, none overlapping another. */
  List<Spotted> spot(String text, Language language);

  /**
   * A known name in a text.
   *
   * @param span where it stands
   * @param id its id, such as {@code white-house}
   * @param outlet true for agencies and other publishers
   */
  record Spotted(Span span, String id, boolean outlet) {}
}
