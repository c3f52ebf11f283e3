package news.isnad.question;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.text.Language;

/**
 * Where whoever is asked about ends in an Arabic question, in which the verb stands first: before a
 * word that parts speaker and topic; where there is none, with the known name that the speaker
 * begins with. Immutable.
 */
final class ArabicSpeakerEnd {
  private static final Set<String> BEFORE_STRONG =
      Set.of("علي", "خلال", "امام", "بعد", "قبل", "عقب", "اثر", "لدي", "عند");
  private static final Set<String> ONE_OF = Set.of("لاحدي", "لاحد", "لوسائل", "للصحفيين");
  private static final Pattern PEOPLE_OF = Pattern.compile("م\\p{L}{4,}ي");
  private static final Set<String> THEIRS = Set.of("ه", "ها", "هم");
  private static final int SHORTEST = 4;

  private final Tokens tokens;
  private final List<String> folded;
  private final QuestionWords words = QuestionWords.of(Language.ARABIC);
  private final List<NameSpotter.Spotted> names;

  ArabicSpeakerEnd(Tokens tokens, List<NameSpotter.Spotted> names) {
    this.tokens = tokens;
    this.folded = tokens.folded();
    this.names = names;
  }

  /** Where the speaker that begins at {@code from} ends in an Arabic question. */
  int end(int from) {
    int strong = words.find("about", folded, from + 1, tokens.size());
    for (int i = from + 1; i < (strong < 0 ? tokens.size() : strong); i++) {
      boolean parted = isParting(i) || tokens.breakBefore(i);
      boolean asked = // «ماذا تطلب المنظمة | من الحكومة»
          tokens.word(i).equals("من") && isVerb("asking", from);
      if (parted
          || asked
          || words.length("filler", folded, i) > 0
          || isObject(from, i)
          || isSomebody(from, i)
          || isTold(i)) {
        return i;
      }
    }
    if (strong >= 0) {
      return strong;
    }
    int name = knownNameEnd(from);
    if (name == from && isVerb("labelling", from)) {
      name = knownNameEnd(from + 1); // «كيف وصف رئيس الشركة | مبتكر القصص»
    }
    int weak = words.find("weak", folded, from + 1, tokens.size());
    if (name > from && (weak < 0 || weak > name)) {
      return name;
    }
    return weak >= 0 ? weak : tokens.size();
  }

  /** «فسر فلان | انخفاض المياه», «نصح فلان | بالإضراب». */
  private boolean isObject(int from, int i) {
    boolean withBa = isVerb("with-ba", from);
    boolean stand = withBa || isVerb("stance", from);
    String word = tokens.word(i);
    boolean act = words.is("act", word) || (isWithBa(word) && words.is("act", word.substring(1)));
    return (act && !words.is("weak", tokens.word(i - 1)))
        || (withBa && isOwned(word))
        || (stand
            && word.startsWith("بال")
            && word.length() > SHORTEST + 1
            && !words.is("group", tokens.word(i - 1))
            && words.find("weak", folded, from + 1, i) < 0);
  }

  /** «وعدت رئيسة الميناء | البحارين»: no adjective of what stands before, and nobody's group. */
  private boolean isSomebody(int from, int i) {
    String word = tokens.word(i);
    String before = tokens.word(i - 1);
    boolean definite = before.startsWith("ال") || (i > from + 1 && !words.is("group", before));
    if (isVerb("somebody", from) && isPeopleOf(i) && !words.is("group", before)) {
      return true;
    }
    return isVerb("somebody", from)
        && word.startsWith("ال")
        && word.endsWith("ين")
        && word.length() > SHORTEST + 2
        && definite
        && !before.endsWith("ين");
  }

  /** «مستخدمي التطبيق»: those who do something with what follows. */
  private boolean isPeopleOf(int i) {
    String next = tokens.word(i + 1);
    return PEOPLE_OF.matcher(tokens.word(i)).matches()
        && !next.isEmpty()
        && !words.is("weak", next)
        && !words.is("about", next);
  }

  /** Whether the word before a subject is a verb of this use. */
  private boolean isVerb(String use, int subject) {
    return words.length(use, folded, subject - 1) > 0;
  }

  /** «على» parts, save where it belongs to the noun before it: «التأمين على السفن». */
  private boolean isParting(int i) {
    String word = tokens.word(i);
    return BEFORE_STRONG.contains(word)
        && !(word.equals("علي") && words.is("upon", tokens.word(i - 1)));
  }

  /** «بعلاقته»: what somebody has. */
  private static boolean isOwned(String word) {
    return isWithBa(word) && THEIRS.stream().anyMatch(word::endsWith) && word.length() > 5;
  }

  static boolean isWithBa(String word) {
    return word.startsWith("ب") && word.length() > SHORTEST;
  }

  /** «لصحيفة الأفق», «لإحدى الصحف», «لرويترز»: who was told. */
  private boolean isTold(int i) {
    String word = tokens.word(i);
    if (!word.startsWith("ل") || word.length() < SHORTEST) {
      return false;
    }
    int start = tokens.spans().get(i).start();
    boolean known =
        names.stream()
            .filter(NameSpotter.Spotted::outlet)
            .mapToInt(name -> name.span().start())
            .anyMatch(at -> at == start || at == start + 1);
    return known || words.is("outlet", word.substring(1)) || ONE_OF.contains(word);
  }

  int knownNameEnd(int from) {
    if (from >= tokens.size()) {
      return from;
    }
    int start = tokens.spans().get(from).start();
    for (NameSpotter.Spotted name : names) {
      if (name.span().start() <= start && start < name.span().end()) {
        int end = from;
        while (end < tokens.size() && tokens.spans().get(end).start() < name.span().end()) {
          end++;
        }
        return end;
      }
    }
    return from;
  }
}
