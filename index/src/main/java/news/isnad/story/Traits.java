package news.isnad.story;

import java.util.List;
import news.isnad.text.Language;

/**
 * What an article is compared by. Immutable.
 *
 * @param own its terms in its own language
 * @param shared its terms as numbers, known names and concepts that both languages have
 * @param names words that may be names and that nobody knows, folded
 * @param shingles a sample of its runs of words
 */
record Traits(Language language, Terms own, Terms shared, List<String> names, Shingles shingles) {
  Traits {
    names = List.copyOf(names);
  }
}
