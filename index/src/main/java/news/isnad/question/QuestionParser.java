package news.isnad.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.question.Parse.Ask;
import news.isnad.question.Parse.Range;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;

/**
 * Finds speaker and topic in the words of a question. Patterns, the first that fits:
 *
 * <ul>
 *   <li>outlet: "which newspaper reported TOPIC", «أي صحيفة نقلت كذا»
 *   <li>words: "what did SPEAKER say about TOPIC", «ماذا قال فلان عن كذا»
 *   <li>opinion: "SPEAKER's position on TOPIC", "statement by SPEAKER", «موقف فلان من كذا»
 *   <li>through: "TOPIC, according to SPEAKER", «كذا بحسب فلان»
 *   <li>anything else is topic
 * </ul>
 *
 * In Arabic the speaker ends before a word that stands between speaker and topic; where there is
 * none, with the known name it begins with. Immutable.
 */
final class QuestionParser {
  private static final Set<String> NO_PASSIVE = Set.of("is", "was", "are", "were");
  private static final Set<String> HOW = Set.of("how", "كيف", "شلون", "كيفاش", "ازاي");
  private static final Set<String> CAUSES =
      Set.of("why", "لماذا", "ليش", "ليه", "لم", "علام", "علاش", "عليش", "لويش");
  private static final Set<String> BEFORE_NOUN = Set.of("of", "the", "a", "an");
  private static final Set<String> AUTHORS = Set.of("by", "from", "of");
  private static final Set<String> BEFORE_STRONG =
      Set.of("علي", "خلال", "امام", "بعد", "قبل", "عقب", "اثر", "لدي", "عند");
  private static final Set<String> ONE_OF = Set.of("لاحدي", "لاحد", "لوسائل", "للصحفيين");
  private static final Pattern PEOPLE_OF = Pattern.compile("م\\p{L}{4,}ي");
  private static final Set<String> THEIRS = Set.of("ه", "ها", "هم");
  private static final Set<String> GOING = Set.of("whats", "what's", "hows", "how's");
  private static final Set<String> TOPIC_BEHIND =
      Set.of("on", "about", "to", "over", "regarding", "against", "concerning", "re", "abt");

  /** "What happened when the minister said": no one is called so. */
  private static final Pattern DONE =
      Pattern.compile("happen.*|led|made|came|makes|leads|if|when|.+ed");

  private static final int LONGEST_SPEAKER = 6;
  private static final int SHORTEST_TOLD = 4;
  private static final int OPENING = 4;
  private static final Map<String, Kind> ENDINGS =
      Map.of("many", Kind.HOW_MANY, "when", Kind.WHEN, "where", Kind.WHERE);

  private final Tokens tokens;
  private final List<String> folded;
  private final QuestionWords words;
  private final Language language;
  private final List<NameSpotter.Spotted> names;

  QuestionParser(Tokens tokens, Language language, List<NameSpotter.Spotted> names) {
    this.tokens = tokens;
    this.folded = tokens.folded();
    this.words = QuestionWords.of(language);
    this.language = language;
    this.names = names;
  }

  /** Reads the words from {@code start} on. */
  Parse parse(int start) {
    int begin = skip("polite", start);
    Kind kind = kind(begin);
    return outlet(begin)
        .or(() -> words(begin, kind))
        .or(() -> opinion(begin, kind))
        .or(() -> through(begin, kind))
        .orElseGet(() -> plain(begin, kind));
  }

  /** Reads the words from {@code start} on as topic alone. */
  Parse plainly(int start) {
    int begin = skip("polite", start);
    return plain(begin, kind(begin));
  }

  int skip(String use, int from) {
    int at = from;
    for (int n = words.length(use, folded, at); n > 0; n = words.length(use, folded, at)) {
      at += n;
    }
    return at;
  }

  private Kind kind(int begin) {
    for (int i = begin; i < Math.min(begin + 2, tokens.size()); i++) {
      if (words.length("many", folded, i) > 0) {
        return Kind.HOW_MANY;
      }
      if (words.length("when", folded, i) > 0) {
        return Kind.WHEN;
      }
      if (words.length("where", folded, i) > 0) {
        return Kind.WHERE;
      }
      if (i == begin && words.length("who", folded, i) > 0) {
        return Kind.WHO;
      }
      if (words.length("latest", folded, i) > 0) {
        return Kind.LATEST;
      }
    }
    return words.length("wh", folded, begin) > 0 ? Kind.WHAT : Kind.KEYWORD;
  }

  // ---- "which newspaper reported ..."

  private Optional<Parse> outlet(int begin) {
    int end = Math.min(begin + OPENING, tokens.size());
    int noun = words.find("outlet", folded, begin, end);
    int asked = words.length("wh", folded, begin);
    boolean subject = noun >= 0 && words.find("aux", folded, begin, noun) < 0;
    if (subject && asked > 0) {
      int after = noun + words.length("outlet", folded, noun);
      int verb = words.find("carry", folded, after, Math.min(after + 3, tokens.size()));
      if (verb >= 0) {
        return outletAsked(verb + 1);
      }
    }
    boolean who = words.length("who", folded, begin) > 0;
    boolean published = words.is("carry", tokens.word(begin + 1)) && !isSay(begin + 1);
    return who && published ? outletAsked(begin + 2) : Optional.empty();
  }

  private Optional<Parse> outletAsked(int topic) {
    Range rest = new Range(topic, tokens.size());
    return Optional.of(
        new Parse(Kind.WHO, Optional.empty(), Optional.of(rest), Optional.empty(), Ask.OUTLET));
  }

  private boolean isSay(int i) {
    return words.length("say", folded, i) > 0;
  }

  // ---- "what did X say about Y"

  private Optional<Parse> words(int begin, Kind kind) {
    return language == Language.ARABIC ? arabicWords(begin, kind) : englishWords(begin, kind);
  }

  private Optional<Parse> englishWords(int begin, Kind kind) {
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
          .map(QuestionParser::asWords);
    }
    Optional<Parse> given = given(begin, kind, aux);
    if (given.isPresent()) {
      return given;
    }
    int verb = englishVerb(aux + 2, Math.max(0, words.find("via", folded, begin, tokens.size())));
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
    int verb = englishVerb(from + 1, Math.max(0, words.find("via", folded, begin, tokens.size())));
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

  /**
   * "Why did X refuse Y?", "when did X apologise?": that they did is part of what is asked about,
   * for the news may not say that they did.
   */
  private boolean isDeedAskedFor(int begin, Kind kind, int verb) {
    return (kind == Kind.WHEN || CAUSES.contains(tokens.word(begin)))
        && words.length("deed", folded, verb) > 0;
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

  /** «ما التحذير الذي وجهه فلان بشأن كذا؟». */
  private Optional<Parse> arabicGiven(int begin, Kind kind) {
    int noun = afterQuestionWords(begin);
    String bare = withoutArticle(tokens.word(noun));
    boolean uttered =
        words.is("opinion", bare) || words.is("outlook", bare) || words.is("uttered", bare);
    int relative = words.find("relative", folded, noun + 1, Math.min(noun + 4, tokens.size()));
    int from = relative < 0 ? 0 : relative + 1 + words.length("give", folded, relative + 1);
    return !uttered || from <= relative + 1 || from >= tokens.size()
        ? Optional.empty()
        : stand(kind, new Range(from, speakerEnd(from)), speakerEnd(from));
  }

  private static String withoutArticle(String word) {
    return word.startsWith("ال") && word.length() > SHORTEST_TOLD ? word.substring(2) : word;
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
  private int englishVerb(int from, int via) {
    int end = via > 0 ? via : tokens.size();
    for (int i = from; i < end; i++) {
      if (spoken(i) > 0 && !BEFORE_NOUN.contains(tokens.word(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  /** How many words from a place on are a verb of speech, or of taking a stand. */
  private int spoken(int i) {
    int said = words.length("say", folded, i);
    return said > 0 ? said : words.length("stance", folded, i);
  }

  /** Whoever takes a stand speaks, but others may tell of it. */
  private Optional<Parse> stand(Kind kind, Range speaker, int topic) {
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parse(
            kind == Kind.KEYWORD ? Kind.WHAT : kind,
            Optional.of(speaker),
            Optional.of(new Range(topic, tokens.size())),
            Optional.empty(),
            Ask.REASON));
  }

  private Optional<Parse> arabicWords(int begin, Kind kind) {
    if (kind == Kind.WHO) {
      return Optional.empty();
    }
    Optional<Parse> given = arabicGiven(begin, kind);
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
    int to = speakerEnd(from);
    return isSay(verb)
        ? said(begin, kind, new Range(from, to), isDeedAskedFor(begin, kind, verb) ? verb : to)
        : stand(kind, new Range(from, to), isDeedAskedFor(begin, kind, verb) ? verb : from);
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
        return said(begin, kind, new Range(from, speakerEnd(from)), from)
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

  private Optional<Parse> said(int begin, Kind kind, Range speaker, int topic) {
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    String asking = tokens.word(begin);
    boolean reason = (CAUSES.contains(asking) || HOW.contains(asking)) && kind != Kind.HOW_MANY;
    Kind asked = kind == Kind.WHAT || kind == Kind.KEYWORD ? Kind.SAID_BY : kind;
    return Optional.of(
        new Parse(
            reason ? Kind.WHAT : asked,
            Optional.of(speaker),
            Optional.of(new Range(topic, tokens.size())),
            Optional.empty(),
            reason ? Ask.REASON : Ask.WORDS));
  }

  /** Where the speaker that begins at {@code from} ends in an Arabic question. */
  private int speakerEnd(int from) {
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
            && word.length() > SHORTEST_TOLD + 1
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
        && word.length() > SHORTEST_TOLD + 2
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

  private static boolean isWithBa(String word) {
    return word.startsWith("ب") && word.length() > SHORTEST_TOLD;
  }

  /** «لصحيفة الأفق», «لإحدى الصحف», «لرويترز»: who was told. */
  private boolean isTold(int i) {
    String word = tokens.word(i);
    if (!word.startsWith("ل") || word.length() < SHORTEST_TOLD) {
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

  private int knownNameEnd(int from) {
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

  // ---- "X's position on Y"

  private Optional<Parse> opinion(int begin, Kind kind) {
    if (kind == Kind.HOW_MANY || kind == Kind.WHO) {
      return Optional.empty();
    }
    return language == Language.ARABIC ? arabicOpinion(begin) : englishOpinion(begin);
  }

  private Optional<Parse> arabicOpinion(int begin) {
    int noun = afterQuestionWords(begin);
    if (words.length("stated", folded, noun) > 0) {
      noun += words.length("stated", folded, noun); // «ماذا جاء في تصريح فلان»
    }
    int length = words.length("opinion", folded, noun);
    if (length == 0) {
      length = words.length("opinion", folded, ++noun);
    }
    if (length == 0 || noun > begin + OPENING || noun + length >= tokens.size()) {
      return arabicOutlook(begin);
    }
    int from = noun + length;
    if (words.length("about", folded, from) > 0) {
      return Optional.empty();
    }
    int to = Math.min(Math.min(speakerEnd(from), firstWeak(from)), firstWithBa(from));
    return said(begin, Kind.SAID_BY, new Range(from, to), to);
  }

  /** «رأي فلان بسلوك اللاعب», «رأي فلان بالاتفاق»: an act, or a noun with the article. */
  private int firstWithBa(int from) {
    for (int i = from + 1; i < tokens.size(); i++) {
      String word = tokens.word(i);
      boolean act = isWithBa(word) && words.is("act", word.substring(1));
      boolean noun = word.startsWith("بال") && word.length() > SHORTEST_TOLD + 1;
      if (act || (noun && knownNameEnd(i) == i)) {
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

  private Optional<Parse> englishOpinion(int begin) {
    int news = words.length("latest", folded, begin);
    if (news > 0 && tokens.word(begin + news).equals("from")) { // "latest from X on Y"
      int from = Math.min(skipThe(begin + news + 1), tokens.size());
      int about = words.find("about", folded, from + 1, tokens.size());
      int to = about < 0 ? topicPreposition(from + 1) : about;
      return to < tokens.size() ? stand(Kind.LATEST, new Range(from, to), to) : Optional.empty();
    }
    int noun = words.find("opinion", folded, begin, tokens.size());
    if (noun < 0) {
      return englishOutlook(begin);
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
  private Optional<Parse> englishOutlook(int begin) {
    int noun = words.find("outlook", folded, begin + 1, tokens.size());
    if (noun < 0 || !tokens.possessive().get(noun - 1)) {
      return Optional.empty();
    }
    int from = Math.min(skipThe(skip("wh", begin)), noun);
    return stand(Kind.WHAT, new Range(from, noun), noun);
  }

  /** «توقعات فلان بشأن كذا». */
  private Optional<Parse> arabicOutlook(int begin) {
    int noun = afterQuestionWords(begin);
    int from = noun + words.length("outlook", folded, noun);
    if (from == noun || from >= tokens.size() || words.length("about", folded, from) > 0) {
      return Optional.empty();
    }
    int to = Math.min(speakerEnd(from), firstWeak(from));
    return to < tokens.size() ? stand(Kind.WHAT, new Range(from, to), noun) : Optional.empty();
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

  // ---- "..., according to X"

  private Optional<Parse> through(int begin, Kind kind) {
    int via = words.find("via", folded, begin, tokens.size());
    if (via < 0) {
      return Optional.empty();
    }
    int from = via + words.length("via", folded, via);
    int to = from;
    while (to < tokens.size()
        && (to == from
            || (!tokens.breakBefore(to) && (via > begin || words.length("wh", folded, to) == 0)))) {
      to++;
    }
    if (from >= to) {
      return Optional.empty();
    }
    Range rest = via > begin ? new Range(begin, via) : new Range(to, tokens.size());
    return Optional.of(
        new Parse(
            via > begin ? kind : kind(to),
            Optional.empty(),
            Optional.of(rest),
            Optional.of(new Range(from, to)),
            Ask.NOTHING));
  }

  private Parse plain(int begin, Kind kind) {
    if (kind == Kind.WHAT || kind == Kind.KEYWORD) {
      for (int last = tokens.size() - 1; last > Math.max(begin, tokens.size() - 3); last--) {
        Optional<Kind> asked = endingWith(last);
        if (asked.isPresent()) {
          return plain(asked.get(), new Range(begin, last));
        }
      }
    }
    return plain(kind, new Range(Math.min(begin, tokens.size()), tokens.size()));
  }

  private static Parse plain(Kind kind, Range topic) {
    return new Parse(kind, Optional.empty(), Optional.of(topic), Optional.empty(), Ask.NOTHING);
  }

  /** "The firm paid how much?", «اشترت الشركة بكام؟»: what is asked stands at the end. */
  private Optional<Kind> endingWith(int at) {
    for (Map.Entry<String, Kind> use : ENDINGS.entrySet()) {
      int length = words.length(use.getKey(), folded, at);
      if (length > 0 && at + length == tokens.size()) {
        return Optional.of(use.getValue());
      }
    }
    return Optional.empty();
  }
}
