package news.isnad.speaker;

import java.util.Optional;

/**
 * Finds the name that stands behind an Arabic role: «رئيس اللجنة | شملان بن درغام», «محامي الدفاع |
 * فلان», but «محامي فلان» without one. Immutable.
 */
final class ArabicRoleNames {
  private final Cues cues;
  private final WordClasses words;
  private final ArabicGivenNames names;

  ArabicRoleNames(Cues cues, WordClasses words, ArabicGivenNames names) {
    this.cues = cues;
    this.words = words;
    this.names = names;
  }

  /**
   * Where the name behind a role begins; {@code to} if there is none.
   *
   * @param head the role without its article, and without what is joined to it
   */
  int behind(Line line, int from, int to, String head, boolean definite) {
    boolean office = words.has("role", head);
    if (!office && !(definite && words.has("source", head))) {
      return to;
    }
    if (words.has("not-name", line.key(to - 1))) {
      return to;
    }
    int nearest = definite || words.has("rank", head) ? from + 1 : from + 2;
    for (int i = nearest; i + 2 < to; i++) {
      boolean owner = words.has("kin", head) && i == from + 1;
      if (line.key(i + 1).equals("بن")
          && line.isWord(i)
          && !line.key(i).startsWith("ال")
          && !owner) {
        return i; // «رئيس اللجنة شملان بن درغام»
      }
      if (line.key(i).equals("عبد") && line.key(i + 2).equals("بن")) {
        return i;
      }
    }
    Optional<Line.Named> known = line.knownAt(to - 1);
    boolean ofBody = words.has("body", ArabicWords.stripped(line.key(from + 1)));
    if (words.has("kin", head) && !ofBody) { // «وكيل وزارة الصحة سامي درويش» is nobody's
      return nameBehindKin(line, from, to);
    }
    if (known.isPresent()
        && known.get().name().kind() == news.isnad.lexicon.Kind.PERSON
        && known.get().from() >= nearest
        && !isGoverned(line, known.get().from())) {
      int name = known.get().from();
      return name - 1 >= nearest && names.isGivenName(line, name - 1) && !isGoverned(line, name - 1)
          ? name - 1
          : name;
    }
    for (int i = to - 2; i >= nearest; i--) {
      if (words.has("title", line.key(i)) && line.key(i).startsWith("ال")) {
        return i + 1; // «مدير الوكالة ... السيد فلان»
      }
    }
    for (int i = to - 1; i >= nearest; i--) {
      if (names.isGivenName(line, i) && to - i <= 5 && !isGoverned(line, i)) {
        int first = i;
        while (first - 1 >= nearest && isNamePart(line, first - 1)) {
          first--;
        }
        return definite && first == from + 2 && isUncommonGiven(line, from + 1) ? first - 1 : first;
      }
    }
    for (int i = from + 1; i < to - 1; i++) {
      int behindBody = behindKnownBody(line, i, to);
      if (behindBody < to) {
        return behindBody;
      }
    }
    if (!office) {
      return to; // «البيان المعلن»
    }
    for (int i = to - 1; i >= nearest; i--) {
      boolean article = line.key(i).startsWith("ال");
      boolean before =
          line.key(i - 1).startsWith("ال")
              || line.key(i - 1).startsWith("لل")
              || words.has("title", line.key(i - 1))
              || isSeat(line, i - 1)
              || line.isMark(i - 1);
      if (!article
          && before
          && !isGoverned(line, i)
          && line.isWord(i)
          && cues.at(line, i).isEmpty()
          && !(words.isThing(line.key(i)) && !words.has("family-first", line.key(i)))
          && !ArabicWords.isSelf(line.key(i))
          && !words.has("preposition", line.key(i))
          && !words.has("role", line.key(i))
          && !words.has("body", line.key(i))
          && !line.key(i).startsWith("لل")
          && !(line.key(i).startsWith("ل")
              && (isKnownHead(line.key(i).substring(1)) || line.key(i + 1).startsWith("ال")))
          && !line.key(i).startsWith("و")
          && !line.key(i).startsWith("بال")
          && !isInDistrict(line.key(i))
          && !ArabicWords.speaksForThem(line.key(i))
          && !(line.key(i).startsWith("ب") && line.key(i + 1).startsWith("ال"))
          && to - i <= 4) {
        return i;
      }
    }
    // «الوزير الرفاتي»
    if (to - from == 2
        && line.key(from).startsWith("ال")
        && line.isWord(from + 1)
        && !words.has("silence", line.key(from + 1))
        && !ArabicWords.speaksForThem(line.key(from + 1))
        && !words.has("deed", ArabicWords.stripped(line.key(from + 1)))
        && !isPlainWord(line, from + 1)
        && !ArabicWords.isAdjective(line.key(from + 1))) {
      return from + 1;
    }
    return to;
  }

  /** «الوزيرة | نجاح درويش»: a noun between an office and a name is a given name, too. */
  private boolean isUncommonGiven(Line line, int at) {
    String key = line.key(at);
    return line.isWord(at)
        && words.has("common", key)
        && !key.startsWith("و")
        && !key.startsWith("ال")
        && !key.startsWith("باسم")
        && !key.equals("عام")
        && !words.has("preposition", key)
        && !words.has("title", key)
        && !words.has("role", key)
        && !words.has("body", key)
        && !words.has("kin", key)
        && line.knownAt(at).isEmpty()
        && cues.at(line, at).isEmpty();
  }

  /** «المدير الفني», «الزعيم المعارض»: what kind, and no name. */
  boolean isPlainWord(Line line, int at) {
    String bare = ArabicWords.stripped(line.key(at));
    return words.has("common", bare)
        && !line.families().has(line.key(at))
        && !names.isGivenName(line, at);
  }

  /** «المدير الجهوي للصحة بجهة كوريان»: where, and no name. */
  private boolean isInDistrict(String key) {
    return key.startsWith("ب") && words.has("district", key.substring(1));
  }

  /** «ووزير يدعو إلى», «ومسؤول حكومي ينفي»: joined to what stands before. */
  boolean isJoinedRole(Line line, int at) {
    String key = line.key(at);
    String rest = key.startsWith("و") ? ArabicWords.stripped(key.substring(1)) : "";
    return (words.has("role", rest) || words.has("source", rest))
        && !words.has("role", key)
        && !words.has("source", key)
        && !names.isGivenName(line, at)
        && line.knownAt(at).isEmpty();
  }

  /** «السفيرة لدى كييف | فلانة»: where somebody is posted. */
  private static boolean isSeat(Line line, int index) {
    String before = line.key(index - 1);
    return (before.equals("لدي") || before.equals("في") || before.equals("الي"))
        && line.knownAt(index).filter(Line.Named::isPlace).isPresent();
  }

  /** «مدير جامعة بيركلي | فلان»: two or three words behind the name of a body are a name. */
  private int behindKnownBody(Line line, int from, int to) {
    Optional<Line.Named> body = line.knownAt(from);
    boolean capital = body.isEmpty() && words.has("capital", line.key(from));
    if (!capital && (body.isEmpty() || body.get().from() != from || isNobody(body.get()))) {
      return to;
    }
    int name = capital ? from + 1 : body.get().to();
    if (to - name < 2 || to - name > 3) {
      return to;
    }
    boolean place = capital || body.get().isPlace();
    for (int i = name; i < to; i++) {
      String key = line.key(i);
      boolean other =
          !line.isWord(i)
              || (place && (words.has("common", key) || key.startsWith("ال")))
              || (key.startsWith("ال") && i == name)
              || (key.startsWith("و") && key.length() > 3 && i > name)
              || key.startsWith("لل")
              || words.has("preposition", key)
              || words.has("role", ArabicWords.stripped(key))
              || words.has("body", ArabicWords.stripped(key))
              || words.has("not-name", key)
              || words.isThing(key)
              || (ArabicWords.isAdjective(key) && i == name)
              || !cues.at(line, i).isEmpty();
      if (other) {
        return to;
      }
    }
    return name;
  }

  private static boolean isNobody(Line.Named named) {
    return switch (named.name().kind()) {
      case PERSON, UNKNOWN -> true;
      case PLACE, GOVERNMENT, INSTITUTION, BODY, AGENCY, OUTLET, PARTY, GROUP, COMPANY -> false;
    };
  }

  /** «باسم فلان», «حملة فلان»: the name belongs to what stands before it. */
  boolean isGoverned(Line line, int index) {
    if (index == 0) {
      return false;
    }
    String before = line.key(index - 1);
    if (names.isAli(line, index - 1)) {
      return isGoverned(line, index - 1);
    }
    if (line.key(index).equals("باسم") && words.has("role", ArabicWords.stripped(before))) {
      return true; // «المتحدث باسم الحملة»
    }
    return words.has("preposition", before)
        || before.equals("باسم")
        || (words.has("body", before) && !words.has("role", before) && !before.startsWith("ال"))
        || words.has("kin", before);
  }

  /** «محامي الرئيس فلان», «زوجة فلان»: the name is the owner's; a second one is theirs. */
  private int nameBehindKin(Line line, int from, int to) {
    int owner = from + 1;
    if (owner < to && line.key(owner).equals("اعمال")) {
      owner++;
    }
    if (owner >= to) {
      return to;
    }
    String key = line.key(owner);
    String bare = ArabicWords.stripped(key);
    if (line.key(from).startsWith("ال") && names.isGivenName(line, owner)) {
      return owner; // «المحامي فلان»
    }
    if (ArabicWords.isOwned(line.token(from)) || isOwned(line.key(from))) {
      return owner; // «محاميه فلان»
    }
    Optional<Line.Named> known = line.knownAt(owner);
    if (known.isPresent() && known.get().name().kind() == news.isnad.lexicon.Kind.PERSON) {
      int behind = known.get().to();
      return behind < to && names.isGivenName(line, behind) ? behind : to;
    }
    boolean person = words.has("role", bare) || words.has("owner", bare);
    if (!key.startsWith("ال") || person) {
      return to;
    }
    for (int i = owner + 1; i < to; i++) {
      if (names.isGivenName(line, i) && !isGoverned(line, i)) {
        return i; // «محامي الدفاع فلان»
      }
    }
    return to;
  }

  private static boolean isOwned(String key) {
    return key.endsWith("يه") || key.endsWith("ته") || key.endsWith("ها") || key.endsWith("هم");
  }

  /** A given name, «بن», what follows «عبد». */
  private boolean isNamePart(Line line, int index) {
    return names.isGivenName(line, index)
        || names.isAli(line, index)
        || (line.key(index).equals("الدين") && names.isGivenName(line, index - 1))
        || ArabicGivenNames.isJoint(line.key(index))
        || (line.key(index - 1).equals("عبد") && line.key(index).startsWith("ال"));
  }

  boolean isKnownHead(String key) {
    String bare = ArabicWords.stripped(key);
    return words.has("role", bare)
        || words.has("body", bare)
        || words.has("source", bare)
        || words.has("male-name", key)
        || words.has("female-name", key)
        || key.startsWith("ال");
  }
}
