package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Scoring.Scored;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;

/**
 * Makes citations of what was judged: each passes the verbatim gate, held against what is stored
 * now. Safe for concurrent use.
 */
final class Citing {
  private static final int MOST = 5;

  /** Odds of a further citation against the first are at least one to seven. */
  private static final double FURTHER = 2;

  /** The less sure the first is, the more may stand beside it: so much further where not at all. */
  private static final double UNSURE = 4;

  /** What is further behind than that of a sure answer is cited until there are so many. */
  private static final int ALTERNATIVES = 3;

  private final ArticleStore articles;
  private final VerbatimGate gate;

  Citing(ArticleStore articles, VerbatimGate gate) {
    this.articles = articles;
    this.gate = gate;
  }

  /**
   * The best unit and those not far behind it, each text once; neighbours with one speaker as one
   * passage.
   *
   * @param ranked the best first
   * @param matter of the best
   */
  List<Citation> best(List<Scored> ranked, double confidence, SameMatter matter) {
    List<Scored> near = near(ranked, confidence, matter);
    Map<Long, Edition> stored = stored(near.stream().map(Scored::unit).toList());
    List<Citation> citations = new ArrayList<>();
    for (Passage passage : passages(near)) {
      double behind = ranked.getFirst().score() - passage.score();
      if (citations.size() < (behind <= FURTHER ? MOST : ALTERNATIVES)) {
        cite(passage.units(), stored, Math.min(1, confidence * Math.exp(-behind)))
            .ifPresent(citations::add);
      }
    }
    return citations;
  }

  private record Passage(Joined units, double score) {}

  /** Each unit joins the best passage that it can be quoted with. */
  private static List<Passage> passages(List<Scored> near) {
    List<Passage> passages = new ArrayList<>();
    for (Scored scored : near) {
      if (!joins(scored.unit(), passages)) {
        passages.add(new Passage(Joined.of(scored.unit()), scored.score()));
      }
    }
    return passages;
  }

  private static boolean joins(Unit unit, List<Passage> passages) {
    for (int i = 0; i < passages.size(); i++) {
      Optional<Joined> joined = passages.get(i).units().with(unit);
      if (joined.isPresent()) {
        passages.set(i, new Passage(joined.get(), passages.get(i).score()));
        return true;
      }
    }
    return false;
  }

  private static List<Scored> near(List<Scored> ranked, double confidence, SameMatter matter) {
    double further = FURTHER + UNSURE * (1 - confidence);
    List<Scored> near = new ArrayList<>();
    Set<String> said = new HashSet<>();
    double best = ranked.getFirst().score();
    for (Scored scored : ranked) {
      if (scored.admissible()
          && best - scored.score() <= further
          && matter.isOf(scored.unit())
          && said.add(Folding.fold(scored.unit().words()))) {
        near.add(scored);
        if (near.size() == 2 * MOST) {
          break;
        }
      }
    }
    return near;
  }

  /** The first that may be cited at all. */
  Optional<Citation> first(List<Scored> ranked) {
    for (Scored scored : ranked) {
      Optional<Citation> citation = cite(scored.unit(), 0);
      if (citation.isPresent()) {
        return citation;
      }
    }
    return Optional.empty();
  }

  Optional<Citation> cite(Unit unit, double score) {
    return cite(Joined.of(unit), stored(List.of(unit)), score);
  }

  private Map<Long, Edition> stored(List<Unit> units) {
    Set<Long> sequences = new LinkedHashSet<>();
    units.forEach(unit -> sequences.add(unit.view().edition().sequence()));
    return articles.editions(sequences);
  }

  private Optional<Citation> cite(Joined passage, Map<Long, Edition> stored, double score) {
    Unit first = passage.first();
    return gate.cite(
        Optional.ofNullable(stored.get(first.view().edition().sequence())),
        passage.words(),
        passage.span(),
        passage.speech(),
        first.statement().flatMap(Statement::speaker),
        Joined.upstream(first),
        score);
  }
}
