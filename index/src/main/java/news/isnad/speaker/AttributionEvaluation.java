package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import news.isnad.article.Edition;
import news.isnad.text.Span;

/**
 * Maps statements to the lines of an article whose text is its sentences joined by line breaks, as
 * the evaluation sets have it. Stateless.
 */
public final class AttributionEvaluation {
  private AttributionEvaluation() {}

  /** A sentence with speech. */
  public record Attributed(int sentence, String speaker, Statement statement) {}

  /** The sentences of an edition that carry speech, with who speaks, in order. */
  public static List<Attributed> attributed(Attribution attribution, Edition edition) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < edition.text().length(); i++) {
      if (edition.text().charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    List<Attributed> found = new ArrayList<>();
    for (Statement statement : attribution.statements(edition)) {
      if (statement.kind() == Statement.Kind.SAID && statement.speaker().isPresent()) {
        Span span = statement.span();
        for (int line = 0; line < starts.size(); line++) {
          int end = line + 1 < starts.size() ? starts.get(line + 1) : edition.text().length() + 1;
          if (starts.get(line) < span.end() && span.start() < end) {
            Attributed row = new Attributed(line, statement.speaker().get().name(), statement);
            boolean known =
                found.stream()
                    .anyMatch(
                        other ->
                            other.sentence() == row.sentence()
                                && other.speaker().equals(row.speaker()));
            if (!known) {
              found.add(row);
            }
          }
        }
      }
    }
    return found;
  }
}
