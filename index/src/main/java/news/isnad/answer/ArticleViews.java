package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;

/**
 * Articles as the scoring sees them, by the sequences of their editions. An edition never changes,
 * so that what was read once is kept, as far as there is room. Safe for concurrent use.
 */
final class ArticleViews {
  /** An article needs about six bytes for each unit of its text. */
  private static final long BYTES_OF_A_UNIT = 6;

  /** So much of the heap may be filled. */
  private static final long SHARE = 12;

  private final Function<Collection<Long>, Map<Long, Edition>> editions;
  private final Function<Collection<Long>, Map<Long, List<Statement>>> statements;
  private final Cache<Long, ArticleView> kept =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / BYTES_OF_A_UNIT)
          .weigher((Long _, ArticleView view) -> view.edition().text().length() + 1)
          .build();

  /**
   * Prepares to read.
   *
   * @param editions those that are stored
   * @param statements of editions; those without any may be absent
   */
  ArticleViews(
      Function<Collection<Long>, Map<Long, Edition>> editions,
      Function<Collection<Long>, Map<Long, List<Statement>>> statements) {
    this.editions = editions;
    this.statements = statements;
  }

  /** Those that are stored; the others are absent. What is not kept is read at once. */
  Map<Long, ArticleView> of(Collection<Long> sequences) {
    Map<Long, ArticleView> views = new HashMap<>(kept.getAllPresent(sequences));
    List<Long> missing = new ArrayList<>();
    for (long sequence : sequences) {
      if (!views.containsKey(sequence)) {
        missing.add(sequence);
      }
    }
    if (!missing.isEmpty()) {
      Map<Long, List<Statement>> said = statements.apply(missing);
      editions
          .apply(missing)
          .forEach(
              (sequence, edition) ->
                  views.put(
                      sequence, new ArticleView(edition, said.getOrDefault(sequence, List.of()))));
      missing.forEach(
          sequence -> {
            ArticleView view = views.get(sequence);
            if (view != null) {
              kept.put(sequence, view);
            }
          });
    }
    return views;
  }

  /** Reads everything anew from now on: who says what was found again. */
  void forget() {
    kept.invalidateAll();
  }
}
