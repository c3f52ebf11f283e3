package news.isnad.question;

import java.util.List;
import java.util.Optional;
import news.isnad.question.Parse.Ask;
import news.isnad.question.Parse.Range;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;

/** Speaker and topic of Arabic questions. Immutable. */
final class ArabicParser extends QuestionParser {
  private static final int SHORTEST_WITH_ARTICLE = 4;

  private final ArabicSpeakerEnd speaker;

  ArabicParser(Tokens tokens, List<NameSpotter.Spotted> names) {
    super(tokens, Language.ARABIC);
    this.speaker = new ArabicSpeakerEnd(tokens, names);
  }

  @Override
  Optional<Parse> words(int begin, Kind kind) {
    if (kind == Kind.WHO) {
      return Optional.empty();
    }
    Optional<Parse> given = given(begin, kind);
    if (given.isPresent()) {
      return given;
    }
    Optional<Parse> fronted = fronted(begin, kind);
    if (fronted.isPresent()) {
      return fronted;
    }
    int latest = kind == Kind.LATEST ? words.length("latest", folded, begin) : 0;
    int verb = afterQuestionWords(begin + latest); // «آخر ما قاله فلان»
    if (spoken(verb) == 0 || (latest > 0 && verb == begin + latest)) {
      return subjectFirst(begin, kind);
    }
    int from = verb + spoken(verb);
    int to = speaker.end(from);
    return isSay(verb)
        ? said(begin, kind, new Range(from, to), isDeedAskedFor(begin, kind, verb) ? verb : to)
        : stand(kind, new Range(from, to), isDeedAskedFor(begin, kind, verb) ? verb : from);
  }

  /** «ما التحذير الذي وجهه فلان بشأن كذا؟». */
  private Optional<Parse> given(int begin, Kind kind) {
    int noun = afterQuestionWords(begin);
    String bare = withoutArticle(tokens.word(noun));
    boolean uttered =
        words.is("opinion", bare) || words.is("outlook", bare) || words.is("uttered", bare);
    int relative = words.find("relative", folded, noun + 1, Math.min(noun + 4, tokens.size()));
    int from = relative < 0 ? 0 : relative + 1 + words.length("give", folded, relative + 1);
    return !uttered || from <= relative + 1 || from >= tokens.size()
        ? Optional.empty()
        : stand(kind, new Range(from, speaker.end(from)), speaker.end(from));
  }

  private static String withoutArticle(String word) {
    return word.startsWith("ال") && word.length() > SHORTEST_WITH_ARTICLE
        ? word.substring(2)
        : word;
  }

  /** «عن كذا ماذا قال فلان؟», «في موضوع كذا شو رأي فلان؟». */
  private Optional<Parse> fronted(int begin, Kind kind) {
    int about = words.length("fronted", folded, begin);
    about = about > 0 ? about : words.length("about", folded, begin);
    if (about == 0) {
      return Optional.empty();
    }
    for (int i = begin + about + 1; i < tokens.size() - 2; i++) {
      int asked = words.length("wh", folded, i);
      int verb = i + asked;
      int said = words.length("say", folded, verb) + words.length("opinion", folded, verb);
      if (asked > 0 && said > 0 && verb + said < tokens.size()) {
        int from = verb + said;
        Range topic = new Range(begin + about, i);
        return said(begin, kind, new Range(from, speaker.end(from)), from)
            .map(
                parse ->
                    new Parse(
                        Kind.SAID_BY, parse.speaker(), Optional.of(topic), parse.via(), Ask.WORDS));
      }
    }
    return Optional.empty();
  }

  /** «فلان قال ايه عن كذا»: the question stands behind its verb. */
  private Optional<Parse> subjectFirst(int begin, Kind kind) {
    int verb = words.find("say", folded, begin + 1, tokens.size());
    int asked = verb < 0 ? 0 : words.length("wh", folded, verb + 1);
    return asked > 0
        ? said(begin, kind, new Range(begin, verb), verb + 1 + asked)
        : Optional.empty();
  }

  private int afterQuestionWords(int begin) {
    int at = begin;
    for (String use : List.of("many", "when", "where", "wh", "wh", "noise", "wh")) {
      at += words.length(use, folded, at);
    }
    return at;
  }

  @Override
  Optional<Parse> opinion(int begin) {
    int noun = afterQuestionWords(begin);
    if (words.length("stated", folded, noun) > 0) {
      noun += words.length("stated", folded, noun); // «ماذا جاء في تصريح فلان»
    }
    int length = words.length("opinion", folded, noun);
    if (length == 0) {
      length = words.length("opinion", folded, ++noun);
    }
    if (length == 0 || noun > begin + OPENING || noun + length >= tokens.size()) {
      return outlook(begin);
    }
    int from = noun + length;
    if (words.length("about", folded, from) > 0) {
      return Optional.empty();
    }
    int to = Math.min(Math.min(speaker.end(from), firstWeak(from)), firstWithBa(from));
    return said(begin, Kind.SAID_BY, new Range(from, to), to);
  }

  /** «رأي فلان بسلوك اللاعب», «رأي فلان بالاتفاق»: an act, or a noun with the article. */
  private int firstWithBa(int from) {
    for (int i = from + 1; i < tokens.size(); i++) {
      String word = tokens.word(i);
      boolean act = ArabicSpeakerEnd.isWithBa(word) && words.is("act", word.substring(1));
      boolean noun = word.startsWith("بال") && word.length() > SHORTEST_WITH_ARTICLE + 1;
      if (act || (noun && speaker.knownNameEnd(i) == i)) {
        return i;
      }
    }
    return tokens.size();
  }

  private int firstWeak(int from) {
    int strong = words.find("about", folded, from + 1, tokens.size());
    int weak = words.find("weak", folded, from + 1, tokens.size());
    return strong >= 0 || weak < 0 ? tokens.size() : weak;
  }

  /** «توقعات فلان بشأن كذا». */
  private Optional<Parse> outlook(int begin) {
    int noun = afterQuestionWords(begin);
    int from = noun + words.length("outlook", folded, noun);
    if (from == noun || from >= tokens.size() || words.length("about", folded, from) > 0) {
      return Optional.empty();
    }
    int to = Math.min(speaker.end(from), firstWeak(from));
    return to < tokens.size() ? stand(Kind.WHAT, new Range(from, to), noun) : Optional.empty();
  }
}
