package news.isnad.question;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.question.Parse.Ask;
import news.isnad.question.Parse.Range;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;

/** Speaker and topic of English questions. Immutable. */
final class EnglishParser extends QuestionParser {
  private static final Set<String> NO_PASSIVE = Set.of("is", "was", "are", "were");
  private static final Set<String> BEFORE_NOUN = Set.of("of", "the", "a", "an");
  private static final Set<String> AUTHORS = Set.of("by", "from", "of");
  private static final Set<String> GOING = Set.of("whats", "what's", "hows", "how's");
  private static final Set<String> TOPIC_BEHIND =
      Set.of("on", "about", "to", "over", "regarding", "against", "concerning", "re", "abt");

  /** "What happened when the minister said": no one is called so. */
  private static final Pattern DONE =
      Pattern.compile("happen.*|led|made|came|makes|leads|if|when|.+ed");

  private static final int LONGEST_SPEAKER = 6;

  EnglishParser(Tokens tokens) {
    super(tokens, Language.ENGLISH);
  }

  @Override
  Optional<Parse> words(int begin, Kind kind) {
    Optional<Parse> indirect = indirect(begin, kind).or(() -> saidBy(begin, kind));
    if (indirect.isPresent()) {
      return indirect;
    }
    int aux = words.find("aux", folded, begin, Math.min(begin + OPENING + 1, tokens.size()));
    if (aux < 0) {
      return Optional.empty();
    }
    int view = view(begin, aux);
    if (view > 0) {
      return said(begin, Kind.SAID_BY, new Range(skip("noise", aux + 1), view), view + 1)
          .map(EnglishParser::asWords);
    }
    Optional<Parse> given = given(begin, kind, aux);
    if (given.isPresent()) {
      return given;
    }
    int verb = verb(aux + 2, Math.max(0, words.find("via", folded, begin, tokens.size())));
    boolean passive = NO_PASSIVE.contains(tokens.word(aux)) && !tokens.word(verb).endsWith("ing");
    if (verb < 0 || passive || tokens.possessive().get(verb - 1)) {
      return Optional.empty();
    }
    Range speaker = new Range(skip("noise", aux + 1), verb);
    int behind = verb + spoken(verb);
    int topic = isDeedAskedFor(begin, kind, verb) ? verb : behind;
    Optional<Parse> read =
        isSay(verb) ? said(begin, kind, speaker, topic) : stand(kind, speaker, topic);
    return behind == tokens.size() ? read.map(parse -> about(parse, begin, aux)) : read;
  }

  /**
   * "Where does X stand on Y?", "How does X see Y?": the verb that asks for a view; -1 without one,
   * as in "Where did people see it?" and "How many guests does the house see?".
   */
  private int view(int begin, int aux) {
    if (aux != begin + 1 || !tokens.word(aux).startsWith("do")) {
      return -1;
    }
    if (tokens.word(begin).equals("how")) {
      return words.find("viewing", folded, aux + 2, tokens.size());
    }
    for (int i = aux + 2; tokens.word(begin).equals("where") && i + 1 < tokens.size(); i++) {
      if (tokens.word(i).equals("stand") && tokens.word(i + 1).equals("on")) {
        return i;
      }
    }
    return -1;
  }

  private static Parse asWords(Parse parse) {
    return new Parse(Kind.SAID_BY, parse.speaker(), parse.topic(), parse.via(), Ask.WORDS);
  }

  /** "(Tell me) what X said about Y", "whats X saying about Y": nothing is asked by its order. */
  private Optional<Parse> indirect(int begin, Kind kind) {
    String first = tokens.word(begin);
    boolean going = GOING.contains(first);
    if (!going && !first.equals("what")) {
      return Optional.empty();
    }
    int from = skip("noise", begin + 1);
    int verb = verb(from + 1, Math.max(0, words.find("via", folded, begin, tokens.size())));
    int aux = verb < 0 ? 0 : words.find("aux", folded, begin + 1, verb);
    boolean fits =
        verb > from
            && verb - from <= LONGEST_SPEAKER
            && aux < 0
            && going == tokens.word(verb).endsWith("ing")
            && !tokens.possessive().get(verb - 1)
            && isSay(verb)
            && words.length("weak", folded, from) == 0
            && (going || begin > 0 || isSomebodyCertain(from))
            && !DONE.matcher(tokens.word(from)).matches();
    return fits ? said(begin, kind, new Range(from, verb), verb + spoken(verb)) : Optional.empty();
  }

  /** "What the mayor said", "what Marsh said", but not "what firm announced a loss?". */
  private boolean isSomebodyCertain(int from) {
    return tokens.word(from).equals("the")
        || Character.isUpperCase(tokens.typed(from, from + 1).codePointAt(0));
  }

  /** "What was said by X about Y?" */
  private Optional<Parse> saidBy(int begin, Kind kind) {
    int by = begin + 3;
    boolean fits =
        tokens.word(begin).equals("what")
            && words.is("aux", tokens.word(begin + 1))
            && isSay(begin + 2)
            && tokens.word(by).equals("by")
            && by + 1 < tokens.size();
    if (!fits) {
      return Optional.empty();
    }
    int about = words.find("about", folded, by + 2, tokens.size());
    int to = about < 0 ? topicPreposition(by + 2) : about;
    return said(begin, kind, new Range(Math.min(skipThe(by + 1), to), to), to);
  }

  /** "What warning did X give about Y?" */
  private Optional<Parse> given(int begin, Kind kind, int aux) {
    boolean noun = false;
    for (int i = begin + 1; i < aux; i++) {
      noun |= words.is("opinion", tokens.word(i)) || words.is("outlook", tokens.word(i));
      noun |= words.is("uttered", tokens.word(i));
    }
    int verb = noun ? words.find("give", folded, aux + 2, tokens.size()) : -1;
    return verb < 0
        ? Optional.empty()
        : stand(kind, new Range(skip("noise", aux + 1), verb), verb + 1);
  }

  /** "What signs of trouble did X mention?": what is asked about stands in front. */
  private Parse about(Parse parse, int begin, int aux) {
    return words.find("outlet", folded, begin, aux) >= 0
        ? parse
        : new Parse(
            parse.kind(),
            parse.speaker(),
            Optional.of(new Range(begin, aux)),
            parse.via(),
            parse.ask());
  }

  /** The first verb of speech, or of taking a stand; "of state" is none. */
  private int verb(int from, int via) {
    int end = via > 0 ? via : tokens.size();
    for (int i = from; i < end; i++) {
      if (spoken(i) > 0 && !BEFORE_NOUN.contains(tokens.word(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  Optional<Parse> opinion(int begin) {
    int news = words.length("latest", folded, begin);
    if (news > 0 && tokens.word(begin + news).equals("from")) { // "latest from X on Y"
      int from = Math.min(skipThe(begin + news + 1), tokens.size());
      int about = words.find("about", folded, from + 1, tokens.size());
      int to = about < 0 ? topicPreposition(from + 1) : about;
      return to < tokens.size() ? stand(Kind.LATEST, new Range(from, to), to) : Optional.empty();
    }
    int noun = words.find("opinion", folded, begin, tokens.size());
    if (noun < 0) {
      return outlook(begin);
    }
    if (noun > begin && tokens.possessive().get(noun - 1)) {
      int from = skip("wh", begin);
      return said(begin, Kind.SAID_BY, new Range(Math.min(skipThe(from), noun), noun), noun + 1);
    }
    if (noun - begin <= 3 && AUTHORS.contains(tokens.word(noun + 1))) {
      int to = words.find("about", folded, noun + 2, tokens.size());
      if (to < 0) {
        to = topicPreposition(noun + 3);
      }
      return said(begin, Kind.SAID_BY, new Range(Math.min(skipThe(noun + 2), to), to), to);
    }
    boolean beside = // "union leader statement on wages"
        noun > skip("noise", begin)
            && news == 0
            && noun - begin <= LONGEST_SPEAKER
            && words.length("wh", folded, begin) == 0
            && TOPIC_BEHIND.contains(tokens.word(noun + 1))
            && noun + 2 < tokens.size();
    return beside
        ? stand(Kind.WHAT, new Range(Math.min(skipThe(begin), noun), noun), noun + 1)
        : Optional.empty();
  }

  /** "X's outlook for Y": whoever tells of it may answer. */
  private Optional<Parse> outlook(int begin) {
    int noun = words.find("outlook", folded, begin + 1, tokens.size());
    if (noun < 0 || !tokens.possessive().get(noun - 1)) {
      return Optional.empty();
    }
    int from = Math.min(skipThe(skip("wh", begin)), noun);
    return stand(Kind.WHAT, new Range(from, noun), noun);
  }

  private int topicPreposition(int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (Set.of("on", "over", "to", "against", "in").contains(tokens.word(i))) {
        return i;
      }
    }
    return tokens.size();
  }

  private int skipThe(int at) {
    return tokens.word(at).equals("the") ? at + 1 : at;
  }
}
