package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * The quotation that stands in an alert: of what somebody said in the article, that with the most
 * words of the topic, direct speech before reported, the first before later ones. Safe for
 * concurrent use.
 */
final class KeyQuotation {
  private final Attribution attribution;

  KeyQuotation(Attribution attribution) {
    this.attribution = requireNonNull(attribution, "attribution is null");
  }

  /** Empty where nobody says anything. */
  Optional<Citation> of(Edition edition, String words) {
    return of(edition, words, attribution.statements(edition));
  }

  /** The same, of some statements of the edition. */
  Optional<Citation> of(Edition edition, String words, List<Statement> statements) {
    Set<String> topic = stems(words, edition);
    return statements.stream()
        .filter(each -> each.kind() == Statement.Kind.SAID && each.speaker().isPresent())
        .filter(each -> each.span().end() <= edition.text().length())
        .max(
            Comparator.comparingLong((Statement each) -> shared(each, edition, topic))
                .thenComparing(each -> each.speech() == Speech.DIRECT)
                .thenComparingInt(each -> -each.span().start()))
        .map(
            each ->
                new Citation(
                    edition, each.span(), each.speech(), each.speaker(), each.upstream(), 1));
  }

  private static long shared(Statement statement, Edition edition, Set<String> topic) {
    Set<String> said = stems(statement.sentences().of(edition.text()), edition);
    said.retainAll(topic);
    return said.size();
  }

  private static Set<String> stems(String text, Edition edition) {
    Set<String> stems = new HashSet<>();
    for (Word word : Words.of(text, edition.language())) {
      stems.add(word.stem());
    }
    return stems;
  }
}
