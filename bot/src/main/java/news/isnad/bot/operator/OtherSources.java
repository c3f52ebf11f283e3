package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import news.isnad.text.Folding;

/**
 * What brings articles and is polled by nobody: Telegram channels that are followed. Safe for
 * concurrent use.
 */
@FunctionalInterface
public interface OtherSources {
  /** No other ones. */
  OtherSources NONE = List::of;

  /**
   * A channel whose posts are articles. Immutable.
   *
   * @param outlet whose articles they are
   * @param button the short id on the button that ends it, {@code unfollowchannel}
   */
  record Followed(String title, String outlet, String button) {
    public Followed {
      requireNonNull(title, "title is null");
      requireNonNull(outlet, "outlet is null");
      requireNonNull(button, "button is null");
    }

    /** Whether title or outlet holds the words, which are folded. */
    boolean holds(String folded) {
      return Folding.fold(title).contains(folded) || Folding.fold(outlet).contains(folded);
    }
  }

  /** All of them, by title. */
  List<Followed> followed();

  /** The only one whose title or outlet holds the words. */
  default Optional<Followed> find(String words) {
    String folded = Folding.fold(words);
    List<Followed> holding = followed().stream().filter(each -> each.holds(folded)).toList();
    return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
  }
}
