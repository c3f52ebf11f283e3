package news.isnad.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded texts that no newsroom prints: both scripts, marks, controls, halves of characters. */
final class RandomText {
  private static final String[] PIECES = {
    "a", "B", "é", "9", "٣", ".", "..", "…", "؟", "!", "?", "\"", "“", "”", "«", "»", "'", "’", "‘",
    " ", "\u00A0", "\n", "\r\n", "\u200F", "\u0640", "و", "ال", "وزير", "ة", "ى", "ً", "U.S.",
    "Mr.", "د.", "-", ",", "،", ":", "(", ")", "😀", "\uD83D", "\uDE00", "漢", "ﻻ", "\u0301", "said",
    "قال", "\u0000", "1,000", "3.5", "'s", "🇺🇸", "ß", "İ", "\t", "/", "@"
  };

  private RandomText() {}

  static List<String> several(int count) {
    Random random = new Random(20261124);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(60);
      for (int j = 0; j < pieces; j++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
