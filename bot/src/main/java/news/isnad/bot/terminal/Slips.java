package news.isnad.bot.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Misspells questions as people do, the same question always in the same way: in one word of five
 * letters or more, one letter is dropped, doubled or exchanged with its neighbour; hamza and
 * diacritics are left out. Stateless.
 */
final class Slips {
  private static final int SHORTEST = 5;

  private Slips() {}

  static String in(String question) {
    String plain = withoutMarks(question);
    List<Integer> candidates = new ArrayList<>();
    String[] words = plain.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (words[i].codePoints().filter(Character::isLetter).count() >= SHORTEST) {
        candidates.add(i);
      }
    }
    if (!candidates.isEmpty()) {
      Random random = new Random(question.hashCode());
      int word = candidates.get(random.nextInt(candidates.size()));
      words[word] = slipped(words[word], random);
    }
    return String.join(" ", words);
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('أ', 'ا')
        .replace('إ', 'ا')
        .replace('آ', 'ا');
  }

  private static String slipped(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 3);
    String head = word.substring(0, at);
    char letter = word.charAt(at);
    String tail = word.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> head + tail;
      case 1 -> head + letter + letter + tail;
      default -> head + tail.charAt(0) + letter + tail.substring(1);
    };
  }
}
