package news.isnad.speaker;

import java.util.Set;
import news.isnad.speaker.Find.Subject;

/** Knows what has an issuer and is nobody: statements, plans, figures. Immutable. */
final class ArabicPapers {
  private static final Set<String> ISSUED =
      Set.of("نشرته", "نشره", "اصدرته", "اصدره", "اوردته", "اورده", "اعدته", "اعده");

  private final WordClasses words;

  ArabicPapers(WordClasses words) {
    this.words = words;
  }

  /** «بيان»، «تصريحات»: somebody's words on paper. */
  boolean isPaper(Line line, Subject.Phrase phrase) {
    String key = ArabicWords.stripped(line.key(phrase.from()));
    return words.has("paper", key) || words.has("utterance", key);
  }

  /** «لبيان صادر عن الوزارة»: where its issuer begins; -1 without one. */
  static int issuer(Line line, Subject.Phrase phrase) {
    for (int i = phrase.from() + 1; i < Math.min(line.size() - 1, phrase.from() + 4); i++) {
      String key = line.key(i);
      if ((key.equals("صادر") || key.equals("صادره") || key.equals("صدر") || key.equals("صدرت"))
          && line.key(i + 1).equals("عن")) {
        return i + 2;
      }
      if (ISSUED.contains(key)) {
        return i + 1;
      }
    }
    return -1;
  }

  /** «بيان للوزارة»: the ministry, whose statement it is; else the phrase itself. */
  Subject.Phrase ownerOf(Line line, Subject.Phrase phrase) {
    int owner = phrase.from() + 1;
    if (words.has("figures", line.key(phrase.from()))
        && owner + 1 < phrase.to()
        && line.key(owner + 1).startsWith("ل")
        && !line.key(owner).startsWith("ل")) {
      owner++; // «حصيلة أولية لوزارة الصحة»
    }
    String key = line.key(owner);
    boolean statement =
        (line.key(phrase.from()).equals("بيان") || words.has("figures", line.key(phrase.from())))
            && owner < phrase.to();
    boolean body =
        key.startsWith("ل")
            && words.has(
                "body", ArabicWords.stripped(key.startsWith("لل") ? key : key.substring(1)));
    return statement && body
        ? new Subject.Phrase(owner, phrase.to(), phrase.asideFrom(), phrase.asideTo(), true)
        : phrase;
  }

  /** «تقرير لصحيفة كذا»: where the medium begins whose report it is; -1 without one. */
  int medium(Line line, Subject.Phrase phrase) {
    String whose = line.key(phrase.to());
    boolean report = line.key(phrase.to() - 1).equals("تقرير") && whose.startsWith("ل");
    String noun = ArabicWords.stripped(ArabicWords.withoutFor(whose));
    return report && words.has("outlet-noun", noun) ? phrase.to() : -1;
  }

  /** "according to the plan" names nobody. */
  boolean isThing(Line line, Subject.Phrase phrase) {
    String first = line.key(phrase.from());
    String key = ArabicWords.stripped(phrase.attached() ? ArabicWords.withoutFor(first) : first);
    boolean somebody =
        words.has("source", key)
            || words.has("role", key)
            || words.has("body", key)
            || words.has("utterance", key);
    return !somebody && (words.has("thing", key) || (key.endsWith("ات") && key.length() > 4));
  }
}
