package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.article.Edition;
import news.isnad.speaker.Upstream;
import news.isnad.story.Origins;
import news.isnad.text.Sentences;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * How many outlets carry an answer, and how many of their reports are independent of one another.
 * Immutable.
 *
 * <p>Reports of one outlet, reports through one upstream, a report and the one that it credits, and
 * reprints count once: of articles that are reprints as the stories know them, and of nearly the
 * same words in the sentences that are cited.
 *
 * @param outlets different outlets
 * @param reports independent reports, at most as many
 */
public record Coverage(int outlets, int reports) {
  private static final double REPRINT = 0.7;

  /** The coverage of an answer's citations. */
  public static Coverage of(List<Citation> citations) {
    return of(citations, Map.of());
  }

  /**
   * The coverage of an answer's citations.
   *
   * @param ties of editions, by their sequence, what makes their articles one with others: {@link
   *     news.isnad.story.Stories#ties}
   */
  public static Coverage of(List<Citation> citations, Map<Long, Set<String>> ties) {
    List<Report> reports = new ArrayList<>();
    for (Citation citation : citations) {
      Report report = Report.of(citation);
      report.origins.addAll(ties.getOrDefault(citation.edition().sequence(), Set.of()));
      List<Report> same = reports.stream().filter(report::isSame).toList();
      reports.removeAll(same);
      same.forEach(report::join);
      reports.add(report);
    }
    long outlets =
        citations.stream().map(citation -> citation.edition().outlet()).distinct().count();
    return new Coverage((int) outlets, Math.min(reports.size(), (int) outlets));
  }

  /** One report, or several that are not independent. Confined to one thread. */
  private record Report(Set<String> origins, List<Set<String>> sentences) {
    static Report of(Citation citation) {
      Set<String> origins = new HashSet<>();
      origins.add(Origins.key(citation.edition().outlet()));
      for (Upstream upstream : citation.upstream()) {
        origins.add(Origins.key(upstream.name()));
        upstream.entity().ifPresent(origins::add);
      }
      List<Set<String>> sentences = new ArrayList<>();
      sentences.add(words(citation));
      return new Report(origins, sentences);
    }

    private static Set<String> words(Citation citation) {
      Edition edition = citation.edition();
      String text = edition.text();
      return Sentences.of(text, edition.language()).stream()
          .filter(sentence -> sentence.overlaps(citation.span()))
          .map(sentence -> sentence.of(text))
          .flatMap(sentence -> Words.folded(sentence, edition.language()).stream())
          .map(Word::folded)
          .collect(Collectors.toSet());
    }

    boolean isSame(Report other) {
      return origins.stream().anyMatch(other.origins::contains)
          || sentences.stream()
              .anyMatch(one -> other.sentences.stream().anyMatch(two -> isReprint(one, two)));
    }

    private static boolean isReprint(Set<String> one, Set<String> two) {
      Set<String> both = new HashSet<>(one);
      both.retainAll(two);
      int all = one.size() + two.size() - both.size();
      return all > 0 && both.size() >= REPRINT * all;
    }

    void join(Report other) {
      origins.addAll(other.origins);
      sentences.addAll(other.sentences);
    }
  }
}
