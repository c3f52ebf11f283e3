package news.isnad.story;

/** Numbers for terms. They are stored, and must not change. Stateless. */
final class Hashing {
  private Hashing() {}

  /** The number of a term. */
  static int of(String term) {
    return mixed(term.hashCode());
  }

  /** The number of a term that is written in two parts. */
  static int of(String first, String second) {
    int hash = first.hashCode();
    for (int i = 0; i < second.length(); i++) {
      hash = 31 * hash + second.charAt(i);
    }
    return mixed(hash);
  }

  /** Spreads a number's bits over all of it, so that neighbours are neighbours no more. */
  static int mixed(int number) {
    int mixed = number;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}
