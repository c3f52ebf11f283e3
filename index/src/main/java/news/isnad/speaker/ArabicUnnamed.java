package news.isnad.speaker;

import java.util.Optional;
import news.isnad.speaker.Mention.Kind;

/**
 * Says what an Arabic description without a person's name stands for.
 *
 * <ul>
 *   <li>«الوزير», «رئيس الوزراء» is a role, which somebody named elsewhere has.
 *   <li>«مسؤول», «عضو حكومي», «عدد من المحللين» has no name.
 *   <li>«الممثل» is some person of the article.
 *   <li>«الشركة» is a body named elsewhere, «وزارة الصحة» one by itself.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicUnnamed {
  private static final int LONGEST_CHAIN = 4;

  private final WordClasses words;
  private final ArabicMentions mentions;

  ArabicUnnamed(WordClasses words, ArabicMentions mentions) {
    this.words = words;
    this.mentions = mentions;
  }

  /** «عدد | من المحللين». */
  boolean areSeveral(Line line, int from, int to, String head) {
    return words.has("several", head) && line.key(from + 1).equals("من") && to > from + 2;
  }

  /** Several people of a kind. */
  Mention several(Line line, int from, int to, boolean attached) {
    return new Mention(
        mentions.printed(line, from, to, attached),
        Optional.empty(),
        Kind.ANONYMOUS,
        Gender.UNKNOWN,
        true);
  }

  /** What a word by itself describes; empty where it is a name. */
  Optional<Mention> word(Line line, int at, String head, boolean definite, boolean attached) {
    return kindOfWord(line, at, head, definite)
        .map(
            kind ->
                new Mention(
                    mentions.printed(line, at, at + 1, attached),
                    Optional.empty(),
                    kind,
                    ArabicMentions.genderOf(head),
                    kind == Kind.ANONYMOUS && ArabicMentions.isPlural(head)));
  }

  private Optional<Kind> kindOfWord(Line line, int at, String head, boolean definite) {
    Optional<Line.Named> known = line.knownAt(at);
    if (known.isPresent() && known.get().name().kind() != news.isnad.lexicon.Kind.PERSON) {
      return Optional.of(Kind.BODY);
    }
    if (definite && (words.has("somebody", head) || words.has("national", head))) {
      return Optional.of(Kind.SOMEBODY);
    }
    if (definite && words.has("role", head)) {
      return Optional.of(Kind.ROLE);
    }
    if (definite && words.has("pointing-body", head)) {
      return Optional.of(Kind.BODY_NOUN);
    }
    if (words.has("source", head) || words.has("role", head)) {
      return Optional.of(Kind.ANONYMOUS);
    }
    return words.has("body", head) ? Optional.of(Kind.BODY) : Optional.empty();
  }

  /** Whether more words are the name of a body: a known one, or one with its noun in front. */
  boolean isBody(Line line, int from, int to, String head) {
    Optional<Line.Named> known = line.knownAt(to - 1);
    return (known.isPresent()
            && known.get().from() <= from
            && known.get().name().kind() != news.isnad.lexicon.Kind.PERSON)
        || (words.has("body", head) && !words.has("role", head));
  }

  /** Whoever has a role of more words, without a name behind it. */
  Mention ofRole(Line line, int from, int to, String head, boolean definite, boolean attached) {
    boolean epithet =
        words.has("somebody", head)
            && (definite
                || line.key(to - 1).startsWith("ال")
                || words.has("not-name", line.key(to - 1)));
    Kind kind =
        epithet
            ? Kind.SOMEBODY
            : definite || isOffice(line, from, to, head) ? Kind.ROLE : Kind.ANONYMOUS;
    return new Mention(
        mentions.printed(line, from, to, attached),
        Optional.empty(),
        kind,
        ArabicMentions.genderOf(head),
        ArabicMentions.isPlural(head));
  }

  /** «رئيس الوزراء», «مدير المستشفى»: definite by what it owns. */
  private boolean isOffice(Line line, int from, int to, String head) {
    return words.has("role", head)
        && !words.has("source", head)
        && !words.has("kin", head)
        && !words.has("somebody", head)
        && !head.equals("عضو")
        && to - from >= 2
        && (line.key(from + 1).startsWith("ال")
            || line.knownAt(from + 1).isPresent()
            || isOfOne(line, from, to));
  }

  /** «وزير خارجية | فرنسا», «رئيس مجلس | النواب», «مؤسس | "نورفين"»: of whom or what. */
  private boolean isOfOne(Line line, int from, int to) {
    boolean quoted = line.isQuote(from + 1);
    for (int i = from + 1; i < Math.min(to, from + LONGEST_CHAIN + (quoted ? 1 : 0)); i++) {
      String key = line.key(i);
      if (line.isQuote(i)) {
        continue;
      }
      if (!line.isWord(i) || words.has("preposition", key)) {
        return false;
      }
      boolean known =
          line.knownAt(i).filter(named -> !line.isKnownPersonAt(named.from())).isPresent();
      boolean name = i == from + 1 && (quoted || isName(key));
      if (known || name || (key.startsWith("ال") && i > from + 1)) {
        return true;
      }
    }
    return false;
  }

  /** No word of the lexicon, and no adjective: «نورفين». */
  private boolean isName(String key) {
    return !words.has("common", key)
        && !ArabicWords.isAdjective("ال" + key)
        && !words.has("role", key)
        && !words.has("body", key)
        && !words.has("somebody", key)
        && !words.isThing(key);
  }
}
