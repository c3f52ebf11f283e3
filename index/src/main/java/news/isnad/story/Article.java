package news.isnad.story;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import news.isnad.text.NameKeys;

/** An article that later ones are compared with. Confined to the thread that has the window. */
final class Article {
  private final long sequence;
  private final String key;
  private final long moment;
  private final Traits traits;
  private final List<Set<String>> nameKeys;
  private long story;

  /**
   * @param key id and language
   * @param moment when it was published, else stored, in epoch milliseconds
   */
  Article(long sequence, String key, long moment, Traits traits, long story) {
    this.sequence = sequence;
    this.key = requireNonNull(key, "key is null");
    this.moment = moment;
    this.traits = requireNonNull(traits, "traits is null");
    this.nameKeys = traits.names().stream().map(NameKeys::of).toList();
    this.story = story;
  }

  /** Of each unknown name what it has in common with its spellings in both scripts. */
  List<Set<String>> nameKeys() {
    return nameKeys;
  }

  long sequence() {
    return sequence;
  }

  String key() {
    return key;
  }

  long moment() {
    return moment;
  }

  Traits traits() {
    return traits;
  }

  long story() {
    return story;
  }

  void moveTo(long other) {
    story = other;
  }
}
