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
import news.isnad.speaker.Speech;
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

  private final ArticleStore articles;
  private final VerbatimGate gate;

  Citing(ArticleStore articles, VerbatimGate gate) {
    this.articles = articles;
    this.gate = gate;
  }

  /**
   * The best unit and those not far behind it, each text once.
   *
   * @param ranked the best first
   * @param matter of the best
   */
  List<Citation> best(List<Scored> ranked, double confidence, SameMatter matter) {
    List<Scored> near = near(ranked, matter);
    Map<Long, Edition> stored = stored(near.stream().map(Scored::unit).toList());
    List<Citation> citations = new ArrayList<>();
    for (Scored scored : near) {
      if (citations.size() < MOST) {
        double behind = ranked.getFirst().score() - scored.score();
        cite(scored.unit(), stored, Math.min(1, confidence * Math.exp(-behind)))
            .ifPresent(citations::add);
      }
    }
    return citations;
  }

  private static List<Scored> near(List<Scored> ranked, SameMatter matter) {
    List<Scored> near = new ArrayList<>();
    Set<String> said = new HashSet<>();
    double best = ranked.getFirst().score();
    for (Scored scored : ranked) {
      if (scored.admissible()
          && best - scored.score() <= FURTHER
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
    return cite(unit, stored(List.of(unit)), score);
  }

  private Map<Long, Edition> stored(List<Unit> units) {
    Set<Long> sequences = new LinkedHashSet<>();
    units.forEach(unit -> sequences.add(unit.view().edition().sequence()));
    return articles.editions(sequences);
  }

  private Optional<Citation> cite(Unit unit, Map<Long, Edition> stored, double score) {
    Optional<Statement> statement = unit.statement();
    return gate.cite(
        Optional.ofNullable(stored.get(unit.view().edition().sequence())),
        unit.words(),
        unit.span(),
        statement.map(Statement::speech).orElse(Speech.NONE),
        statement.flatMap(Statement::speaker),
        statement
            .map(Statement::upstream)
            .orElseGet(() -> ArticleCredit.of(unit.view().statements())),
        score);
  }
}
