package news.isnad.speaker;

import java.util.Optional;
import news.isnad.speaker.Mention.Kind;

/**
 * Reads Arabic roles that a pronoun owns, with the name behind them: «جاره سامي درويش», «شقيقه
 * الأكبر». Immutable.
 */
final class ArabicOwnedRoles {
  private final WordClasses words;
  private final ArabicGivenNames names;
  private final ArabicRoleNames roleNames;
  private final ArabicMentions mentions;

  ArabicOwnedRoles(
      WordClasses words,
      ArabicGivenNames names,
      ArabicRoleNames roleNames,
      ArabicMentions mentions) {
    this.words = words;
    this.names = names;
    this.roleNames = roleNames;
    this.mentions = mentions;
  }

  /** «والدته», «محاميهم». */
  boolean is(Line line, int index) {
    String key = ArabicWords.withoutJoint(line.key(index));
    String text = line.token(index).text();
    int owner = key.endsWith("ها") || key.endsWith("هم") ? 2 : text.endsWith("ه") ? 1 : 0;
    if (owner == 0 || key.length() - owner < 3) {
      return false;
    }
    String noun = key.substring(0, key.length() - owner);
    String open = noun.endsWith("ت") ? noun.substring(0, noun.length() - 1) + "ه" : noun;
    return words.has("role", noun) || words.has("role", open) || words.has("kin", open);
  }

  /** Somebody's friend, brother or lawyer, with the name or an adjective behind. */
  Optional<Mention> mention(Line line, int from, int to, boolean attached) {
    for (int i = from + 1; i < Math.min(to, from + 4); i++) {
      if (names.isGivenName(line, i) && (i == from + 1 || !roleNames.isGoverned(line, i))) {
        // «جاره سامي درويش», «زميله السابق سامي درويش»
        return Optional.of(behind(line, from, i, to, attached));
      }
    }
    boolean definite = line.key(from + 1).startsWith("ال");
    if (to - from > 2
        && !definite
        && !isThing(line, from)
        && names.looksLikeName(line, from + 1, to)) {
      return Optional.of(behind(line, from, from + 1, to, attached)); // «صديقه تيسير الوادي»
    }
    if (to - from == 2 && definite) { // «شقيقه الأكبر»
      return Optional.of(
          new Mention(
              mentions.printed(line, from, to, attached),
              Optional.empty(),
              Kind.ROLE,
              genderOfOwned(line, from),
              false));
    }
    return Optional.empty();
  }

  /** «أحدهم تجربته». */
  private static boolean isThing(Line line, int from) {
    return ArabicWords.isOwned(line.token(from + 1)) || line.key(from).startsWith("احد");
  }

  private Mention behind(Line line, int from, int name, int to, boolean attached) {
    Gender ofName = mentions.genderOfName(line, name, Gender.UNKNOWN);
    Gender gender = ofName == Gender.UNKNOWN ? genderOfOwned(line, from) : ofName;
    return mentions.behindRole(line, from, name, to, attached, gender);
  }

  /** «والدته», «والدتها» against «والده», «والدها». */
  private static Gender genderOfOwned(Line line, int index) {
    return line.token(index).text().matches(".*ت(ه|ها|هم)") ? Gender.FEMININE : Gender.MASCULINE;
  }
}
