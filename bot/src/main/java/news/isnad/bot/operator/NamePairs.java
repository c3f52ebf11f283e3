package news.isnad.bot.operator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Pairs full names of both scripts that are spelled alike: each the nearest of the other, with as
 * many words, no word so far off that it is another, and no second one nearly as near. Stateless.
 */
final class NamePairs {
  private static final int LEAST_WORDS = 2;
  private static final int MOST_WORDS = 4;
  private static final double PART = .4;
  private static final double ALL = .22;
  private static final double CLEAR = .08;

  private NamePairs() {}

  /** Two names of the same. */
  record Pair(String english, String arabic) {}

  static List<Pair> of(Collection<String> english, Collection<String> arabic) {
    List<Pair> pairs = new ArrayList<>();
    for (String one : english) {
      nearest(one, arabic)
          .filter(other -> nearest(other, english).filter(one::equals).isPresent())
          .ifPresent(other -> pairs.add(new Pair(one, other)));
    }
    return pairs;
  }

  private static Optional<String> nearest(String name, Collection<String> others) {
    Optional<String> best = Optional.empty();
    double nearest = ALL;
    double second = NameDistance.NONE_IN_COMMON;
    for (String other : others) {
      double distance = distance(name, other);
      if (distance <= nearest) {
        second = best.isPresent() ? nearest : second;
        nearest = distance;
        best = Optional.of(other);
      } else {
        second = Math.min(second, distance);
      }
    }
    return second - nearest < CLEAR ? Optional.empty() : best;
  }

  private static double distance(String one, String other) {
    List<String> mine = words(one);
    List<String> theirs = words(other);
    if (mine.size() != theirs.size() || mine.size() < LEAST_WORDS || mine.size() > MOST_WORDS) {
      return NameDistance.NONE_IN_COMMON;
    }
    double all = 0;
    for (int i = 0; i < mine.size(); i++) {
      double distance = NameDistance.between(mine.get(i), theirs.get(i));
      if (distance > PART) {
        return NameDistance.NONE_IN_COMMON;
      }
      all += distance;
    }
    return all / mine.size();
  }

  private static List<String> words(String name) {
    return Words.of(name, Language.detect(name)).stream().map(Word::folded).toList();
  }
}
