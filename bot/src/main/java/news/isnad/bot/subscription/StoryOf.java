package news.isnad.bot.subscription;

import java.util.List;
import news.isnad.article.Edition;

/** Which story an edition belongs to. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface StoryOf {
  /** Every article is a story of its own. */
  StoryOf ARTICLE =
      edition ->
          new Place("a|" + edition.language().code() + "|" + edition.article(), List.of(), false);

  /** Where an edition belongs. */
  Place of(Edition edition);

  /**
   * A place in a story. Immutable.
   *
   * @param story its id as it is known now
   * @param members sequences of editions that belong to it; may be none where that is not known
   * @param copy whether the edition nearly repeats an earlier one
   */
  record Place(String story, List<Long> members, boolean copy) {
    public Place {
      members = List.copyOf(members);
    }
  }
}
