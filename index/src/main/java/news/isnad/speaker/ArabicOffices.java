package news.isnad.speaker;

import java.util.Set;

/**
 * Knows how far the phrase of somebody with an office reaches: to the name behind it, over where
 * the office is, and over a second one. «أستاذ القانون بجامعة لورين سامي درويش», «رئيس ومدير
 * الشركة». Immutable.
 */
final class ArabicOffices {
  /** Words of a body behind «بجامعة», and of a name. */
  private static final int LONGEST_BODY = 5;

  private static final int LONGEST_NAMED = 5;

  /** Words from a role to the title of its bearer, and from the title to the end of the name. */
  private static final int TITLE_REACH = 6;

  private static final int TITLED = 5;

  private static final int LONGEST_NAME = 5;

  private static final Set<String> SON = Set.of("بن", "بنت");

  private final WordClasses words;
  private final ArabicGivenNames names;
  private final ArabicAddressees addressees;

  ArabicOffices(WordClasses words, ArabicGivenNames names, ArabicAddressees addressees) {
    this.words = words;
    this.names = names;
    this.addressees = addressees;
  }

  /** «مدير الوكالة ... من الحوادث السيد فلان،»: a title says that the role goes on to a name. */
  int withTitledName(Line line, int start, int to) {
    if (to == start || !words.has("role", ArabicWords.stripped(line.key(start)))) {
      return to;
    }
    for (int i = to; i < to + TITLE_REACH && line.isWord(i) && !line.isQuoted(i); i++) {
      if (ArabicWords.isThat(line, i)) {
        return to;
      }
      int named = nameUpToThat(line, i, start);
      if (named > i) {
        return named;
      }
      if (words.has("title", line.key(i)) && line.key(i).startsWith("ال") && line.isWord(i + 1)) {
        int end = i + 1;
        while (end < i + TITLED
            && line.isWord(end)
            && !ArabicWords.isThat(line, end)
            && !addressees.ends(line, end, true)) {
          end++;
        }
        return line.isMark(end) || ArabicWords.isThat(line, end) ? end : to;
      }
    }
    return to;
  }

  /**
   * «عضو لجنة التحكيم باتحاد الكرة | سامي درويش أن»: where the name of whoever has the role ends
   * before what was said; the beginning where none does.
   */
  private int nameUpToThat(Line line, int from, int start) {
    boolean named =
        (names.isGivenName(line, from) || SON.contains(line.key(from + 1)))
            && !line.key(from).startsWith("ال")
            && !words.has("preposition", line.key(from - 1))
            && !names.isAnybodyNamed(line, start, from);
    int end = from + 1;
    while (named
        && end < from + LONGEST_NAME
        && line.isWord(end)
        && (isPartOfName(line, end) || (end == from + 1 && mayBeSurname(line, end)))) {
      end++;
    }
    boolean comma = line.key(end).equals("،") || line.key(end).equals(",");
    boolean said =
        ArabicWords.isThat(line, comma ? end + 1 : end)
            || (!comma && (line.isQuote(end) || line.key(end).equals(":")));
    return named && end > from + 1 && said ? end : from;
  }

  /** «سامي درويش», though a dervish is no name. */
  private boolean mayBeSurname(Line line, int at) {
    return words.has("common", line.key(at)) && !words.has("deed", line.key(at));
  }

  private boolean isPartOfName(Line line, int at) {
    String key = line.key(at);
    return !ArabicWords.isThat(line, at)
        && !words.has("preposition", key)
        && !words.has("particle", key)
        && !words.has("relative", key)
        && !words.has("time", key)
        && !words.has("role", ArabicWords.stripped(key))
        && !words.has("body", key)
        && !words.isThing(key);
  }

  /** «الكاتب العام بالمديرية العامة»: where somebody with a role works. */
  boolean isOfficeAt(Line line, int start, int at) {
    String key = line.key(at);
    return key.startsWith("بال")
        && words.has("body", key.substring(3))
        && at <= start + 2
        && line.key(start).startsWith("ال")
        && words.has("role", ArabicWords.stripped(line.key(start)));
  }

  /**
   * «المدير الجهوي للصحة بالساحل، سامي درويش», «أستاذ القانون بجامعة لورين سامي درويش»: where
   * whoever is named behind has an office.
   */
  boolean isPlaceOfOffice(Line line, int start, int at) {
    String key = line.key(at);
    String place = key.startsWith("بال") ? key.substring(3) : key.substring(1);
    boolean body = words.has("body", place) || words.has("district", place);
    if (!(body || key.startsWith("بال"))
        || words.has("role", place)
        || words.has("title", place)
        || words.has("somebody", place)
        || words.has("deed", place)
        || !words.has("role", ArabicWords.stripped(line.key(start)))
        || endsInName(line, start, at)) {
      return false;
    }
    int name = at + 1;
    int capital = words.has("capital", line.key(name)) ? name + 1 : 0;
    int behindKnown = line.knownAt(name).map(Line.Named::to).orElse(capital);
    if (body && behindKnown > 0 && names.areNames(line, behindKnown)) {
      return true; // «أستاذ القانون بجامعة لورين تيلران بوتسكي»
    }
    if (body && words.has("title", line.key(name))) {
      return false; // «بمستشفى الملك فيصل»
    }
    while (body
        && name < at + LONGEST_BODY
        && line.isWord(name)
        && !names.isGivenName(line, name)
        && !words.has("title", line.key(name))
        && !words.has("preposition", line.key(name))
        && !ArabicWords.isThat(line, name)) {
      name++;
    }
    boolean comma = line.key(name).equals("،") || line.key(name).equals(",");
    name += comma ? 1 : 0;
    return line.isWord(name)
        && (names.isGivenName(line, name) || (body && words.has("title", line.key(name))))
        && isNameClosed(line, name, comma);
  }

  /** Behind a comma, the name ends the sentence, or another comma or what was said follows. */
  private static boolean isNameClosed(Line line, int name, boolean comma) {
    for (int i = name + 1; comma && i < name + LONGEST_NAMED; i++) {
      String key = line.key(i);
      boolean closes = key.equals("،") || key.equals(",") || key.equals(":");
      boolean over = i == name + 2 && ArabicClauses.isOver(line, i);
      if (closes || ArabicWords.isThat(line, i) || over) {
        return true;
      }
    }
    return !comma;
  }

  /** «إمام وخطيب المسجد»: one who has two offices. */
  boolean isSecondRole(Line line, int at) {
    String key = line.key(at);
    return key.startsWith("و")
        && !words.has("role", key)
        && words.has("role", key.substring(1))
        && words.has("role", line.key(at - 1));
  }

  /** «... سمير نشار من»: behind a name the phrase ends, behind a role it may go on. */
  boolean endsInName(Line line, int from, int to) {
    boolean titled = to - 2 >= from && words.has("title", line.key(to - 2));
    if (titled && names.mayBeName(line, to - 1)) {
      return true; // «الدكتور مارفان | عن»
    }
    for (int i = to - 1; i >= from; i--) {
      if (words.has("role", ArabicWords.stripped(line.key(i)))) {
        return false;
      }
      if (i > from && names.isGivenName(line, i)) {
        return true;
      }
    }
    return false;
  }
}
