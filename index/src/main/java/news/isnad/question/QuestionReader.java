package news.isnad.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.question.Parse.Ask;
import news.isnad.question.Parse.Range;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.question.Reading.Source;
import news.isnad.text.Language;
import news.isnad.text.StopWords;

/**
 * Understands a question: language, kind, speaker, topic, period, and what it carries over from the
 * question before. Safe for concurrent use.
 *
 * <p>A follow-up such as "and Moscow?" may ask for another speaker or for another topic; then there
 * are two readings, the likelier first.
 */
public final class QuestionReader {
  private static final int LONGEST_QUESTION = 1000;
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<Kind> FACTS = Set.of(Kind.HOW_MANY, Kind.WHEN, Kind.WHERE);
  private static final Set<String> FUTURE = Set.of("سي", "ست");
  private static final int SHORTEST_FUTURE = 4;

  private final NameSpotter names;

  public QuestionReader(NameSpotter names) {
    this.names = names;
  }

  /** The ways to understand a question, likeliest first; at least one. */
  public List<Reading> read(String question, Asking asking) {
    String text = shortened(question);
    Language language = language(question, asking);
    List<NameSpotter.Spotted> spotted = names.spot(text, language);
    Tokens all = Tokens.of(text, language);
    LocalDate today = LocalDate.ofInstant(asking.now(), asking.zone());
    Optional<Period> period =
        Periods.find(all.folded(), language, today)
            .filter(found -> !found.from().isAfter(today)); // nothing is published yet in 2040
    List<Reading> readings =
        new ArrayList<>(new One(text, language, asking, spotted, all, period).readings());
    period
        .filter(Period::recurs)
        .flatMap(
            named -> new One(text, language, asking, spotted, all, Optional.empty()).asTopic(named))
        .ifPresent(readings::add);
    return readings;
  }

  /** The language that a question is asked in. */
  public static Language language(String question, Asking asking) {
    return asking.language().orElseGet(() -> languageOf(shortened(question)));
  }

  /** Whether questions are made with a folded word: "said", "when", «أعلن». */
  public static boolean isQuestionWord(Language language, String folded) {
    QuestionWords words = QuestionWords.of(language);
    return words.contains(folded)
        || (language == Language.ARABIC && (isGlued(words, folded) || Possessive.isOwned(folded)));
  }

  /** «ماقالت», «ماذاقال»: typed without the space. */
  private static boolean isGlued(QuestionWords words, String folded) {
    return (folded.startsWith("ما") && words.is("say", folded.substring(2)))
        || (folded.startsWith("ماذا") && words.is("say", folded.substring(4)));
  }

  private static String shortened(String question) {
    String folded = question.strip().replaceAll("\\s+", " ");
    return folded.length() <= LONGEST_QUESTION ? folded : folded.substring(0, LONGEST_QUESTION);
  }

  /** Arabic where it begins in Arabic, whatever names follow; else the script with more letters. */
  static Language languageOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        int end = i;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        Language first = Language.detect(text.substring(i, end));
        return first == Language.ARABIC ? first : Language.detect(text);
      }
    }
    return Language.ENGLISH;
  }

  /** One question on its way. */
  private static final class One {
    private final String text;
    private final Language language;
    private final Asking asking;
    private final QuestionWords words;
    private final List<NameSpotter.Spotted> spotted;
    private final Optional<Period> period;
    private final Tokens tokens;

    One(
        String text,
        Language language,
        Asking asking,
        List<NameSpotter.Spotted> spotted,
        Tokens all,
        Optional<Period> period) {
      this.text = text;
      this.language = language;
      this.asking = asking;
      this.words = QuestionWords.of(language);
      this.spotted = spotted;
      this.period = period;
      this.tokens = period.map(p -> all.without(p.first(), p.last())).orElse(all);
    }

    List<Reading> readings() {
      QuestionParser parser = QuestionParser.of(tokens, language, spotted);
      int opener = asking.previous().isPresent() ? opener(parser) : 0;
      Parse parse = parser.parse(opener);
      if (opener > 0 && parse.speaker().isEmpty() && parse.ask() == Ask.NOTHING) {
        return followUp(opener, asking.previous().orElseThrow());
      }
      List<Reading> readings = new ArrayList<>(List.of(reading(parse, opener > 0)));
      if (asksFact(parse) || takesStand(parse)) {
        readings.add(reading(parser.plainly(opener), opener > 0));
      }
      return readings;
    }

    /** "How many lives has the flood claimed?": it may be no speech that the verb tells of. */
    private static boolean asksFact(Parse parse) {
      return parse.ask() == Ask.WORDS && FACTS.contains(parse.kind());
    }

    /** "What do the fishermen want?": what they want may be told without anybody's words. */
    private boolean takesStand(Parse parse) {
      return parse.ask() == Ask.REASON
          && parse
              .speaker()
              .filter(who -> words.find("stance", tokens.folded(), 0, tokens.size()) >= 0)
              .isPresent();
    }

    /**
     * The reading in which a weekday, month or year belongs to what is asked about, and is no
     * period: in "Saturday's match", «مباراة السبت», "the 2016 budget", where words stand side by
     * side without a sentence, and where something is asked about that is still to come: "What will
     * X do on Sunday?".
     */
    Optional<Reading> asTopic(Period named) {
      Parse parse = QuestionParser.of(tokens, language, spotted).parse(0);
      boolean inTopic =
          parse
              .topic()
              .filter(topic -> topic.from() <= named.unit() && named.last() <= topic.to())
              .isPresent();
      boolean belongs = parse.kind() == Kind.KEYWORD || isAttribute(named, parse) || isAhead();
      return inTopic && belongs ? Optional.of(reading(parse, false)) : Optional.empty();
    }

    private boolean isAhead() {
      return words.find("ahead", tokens.folded(), 0, tokens.size()) >= 0
          || (language == Language.ARABIC && tokens.folded().stream().anyMatch(One::isFuture));
    }

    /** «سيحقق»: a verb in the future. */
    private static boolean isFuture(String word) {
      return word.length() > SHORTEST_FUTURE && FUTURE.stream().anyMatch(word::startsWith);
    }

    private boolean isAttribute(Period named, Parse parse) {
      if (language == Language.ENGLISH) {
        boolean followed = named.last() < tokens.size();
        boolean theMonth = tokens.word(named.unit() - 1).equals("the");
        return followed && (tokens.possessive().get(named.last() - 1) || theMonth);
      }
      int before = named.unit() - 1;
      return !named.isYear() // «في مؤتمر السدود 2016» is also when somebody spoke
          && named.first() == named.unit()
          && parse.topic().filter(topic -> topic.from() <= before).isPresent()
          && !words.is("about", tokens.word(before));
    }

    /** Index of the first word behind what goes on with the question before; 0 for none. */
    private int opener(QuestionParser parser) {
      int begin = parser.skip("polite", 0);
      int at = begin;
      for (int n = words.length("opener", tokens.folded(), at); n > 0; ) {
        at += n;
        n = words.length("opener", tokens.folded(), at);
      }
      // «وعن رفع العقوبات»: the preposition says that a topic follows, so it stays.
      boolean topicFollows = at == begin + 2 && isAlone("و", begin);
      return at == begin ? 0 : topicFollows ? begin + 1 : at;
    }

    private boolean isAlone(String opener, int at) {
      return tokens.word(at).equals(opener) && words.is("about", tokens.word(at + 1));
    }

    // ---- follow-ups

    private List<Reading> followUp(int from, Reading previous) {
      boolean aboutTopic =
          words.length("about", tokens.folded(), from) > 0
              || words.length("weak", tokens.folded(), from) > 0;
      List<String> said = topic(new Range(from, tokens.size()));
      Reading otherTopic = withTopic(previous, aboutTopic ? said : joined(previous.topic(), said));
      if (aboutTopic || said.isEmpty()) {
        return List.of(otherTopic);
      }
      Reading otherSpeaker = withSpeaker(previous, asked(new Range(from, tokens.size())));
      boolean wordsAsked = previous.speaker().isPresent() || previous.kind() == Kind.SAID_BY;
      int about = aboutBehind(from);
      if (wordsAsked && about > from) { // "And Maroth about the wages?"
        List<String> topic = topic(new Range(about, tokens.size()));
        return List.of(
            withTopic(withSpeaker(previous, asked(new Range(from, about))), previous, topic),
            otherTopic);
      }
      return wordsAsked
          ? List.of(otherSpeaker, otherTopic, told(previous, said))
          : List.of(otherTopic, otherSpeaker);
    }

    /** What the same article tells of somebody who says nothing in it. */
    private Reading told(Reading previous, List<String> about) {
      return withTopic(previous.byAnyone().of(Kind.WHAT), about);
    }

    /** Where a topic begins behind somebody's name; 0 where none does. */
    private int aboutBehind(int from) {
      for (int at = from + 1; at < tokens.size() - 1; at++) {
        if (words.length("about", tokens.folded(), at) > 0) {
          return at;
        }
      }
      return 0;
    }

    private Reading withTopic(Reading previous, List<String> topic) {
      return withTopic(previous, previous, topic);
    }

    /**
     * @param asked says who is asked for
     */
    private Reading withTopic(Reading asked, Reading previous, List<String> topic) {
      return new Reading(
          text,
          language,
          asked.kind(),
          asked.speaker(),
          asked.hints(),
          topic,
          from().or(previous::from),
          to().or(previous::to),
          Optional.of(previous.question()),
          previous.answeredFrom());
    }

    private Reading withSpeaker(Reading previous, Asked speaker) {
      Hints hints = previous.hints();
      return new Reading(
          text,
          language,
          Kind.SAID_BY,
          Optional.of(speaker),
          new Hints(hints.via(), false, true, true, hints.periodWords()),
          previous.topic(),
          from().or(previous::from),
          to().or(previous::to),
          Optional.of(previous.question()),
          previous.answeredFrom());
    }

    private static List<String> joined(List<String> first, List<String> second) {
      List<String> all = new ArrayList<>(first);
      second.stream().filter(word -> !all.contains(word)).forEach(all::add);
      return all;
    }

    // ---- questions that stand for themselves, or nearly

    private Reading reading(Parse parse, boolean opened) {
      Optional<Reading> previous = asking.previous();
      Optional<Asked> speaker = parse.speaker().map(this::asked);
      Optional<Asked> via = parse.via().map(this::asked);
      Ask ask = parse.ask();
      boolean carried = parse.speaker().flatMap(this::owned).isPresent();
      if (parse.speaker().isPresent() && isPronoun(parse.speaker().get())) {
        speaker = previous.flatMap(Reading::speaker);
        carried = speaker.isPresent();
      }
      if (via.isPresent() && !isOutlet(parse.via().orElseThrow())) {
        speaker = via;
        via = Optional.empty();
        ask = Ask.REASON;
      }
      List<String> topic = parse.topic().map(range -> topic(range, parse)).orElse(List.of());
      boolean again = topic.isEmpty() && previous.isPresent() && (opened || carried);
      if (again) {
        topic = previous.get().topic();
        carried = true;
      }
      if (ask == Ask.REASON
          && parse.kind() == Kind.WHAT
          && speaker.isPresent()
          && topic.isEmpty()) {
        ask = Ask.WORDS; // nothing but the speaker tells who else may answer
      }
      return new Reading(
          text,
          language,
          parse.kind(),
          speaker,
          hints(parse, ask, via),
          topic,
          from(),
          to(),
          carried || opened ? previous.map(Reading::question) : Optional.empty(),
          carried || opened ? sources(again) : List.of());
    }

    /**
     * What answered the question before.
     *
     * @param again whether the same is asked about
     */
    private List<Source> sources(boolean again) {
      List<Source> sources = asking.previous().map(Reading::answeredFrom).orElse(List.of());
      return again ? sources.stream().map(Source::untold).toList() : sources;
    }

    private Hints hints(Parse parse, Ask ask, Optional<Asked> via) {
      return new Hints(
          via,
          ask == Ask.OUTLET,
          ask == Ask.WORDS && silenceAnswers(parse),
          ask == Ask.WORDS,
          period.map(Period::names).orElse(List.of()));
    }

    /** "Did X comment" may be answered by silence, "what did X announce" may not. */
    private boolean silenceAnswers(Parse parse) {
      int spoken = parse.speaker().map(Range::to).orElse(0);
      int until =
          parse.topic().map(Range::from).filter(from -> from >= spoken).orElse(tokens.size());
      return words.find("silent-ok", tokens.folded(), 0, Math.min(until, tokens.size())) >= 0
          || words.find("opinion", tokens.folded(), 0, Math.min(until, tokens.size())) >= 0;
    }

    private boolean isPronoun(Range range) {
      return range.to() - range.from() == 1 && words.is("pronoun", tokens.word(range.from()));
    }

    private boolean isOutlet(Range range) {
      return known(range).map(NameSpotter.Spotted::outlet).orElse(false);
    }

    private Asked asked(Range range) {
      return owned(range)
          .map(theirs -> new Asked(theirs, Optional.empty()))
          .orElseGet(() -> new Asked(typed(range), known(range).map(NameSpotter.Spotted::id)));
    }

    /** "His lawyers", with the name of whoever the question before asked for. */
    private Optional<String> owned(Range range) {
      return asking
          .previous()
          .flatMap(Reading::speaker)
          .flatMap(owner -> Possessive.resolved(typed(range), owner.name(), language));
    }

    private String typed(Range range) {
      int from = range.from();
      while (from < range.to() - 1 && ARTICLES.contains(tokens.word(from))) {
        from++;
      }
      return tokens.typed(from, range.to());
    }

    /** The known name that fills the range, save for articles. */
    private Optional<NameSpotter.Spotted> known(Range range) {
      if (range.isEmpty()) {
        return Optional.empty();
      }
      int start = tokens.spans().get(range.from()).start();
      int end = tokens.spans().get(range.to() - 1).end();
      for (NameSpotter.Spotted name : spotted) {
        boolean inside = name.span().start() >= start - 1 && name.span().end() <= end + 2;
        if (inside && name.span().length() * 10 >= (end - start) * 6) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    }

    /** What it is about, without who speaks. */
    private List<String> topic(Range range, Parse parse) {
      return parse
          .speaker()
          .filter(who -> range.from() <= who.from() && who.to() <= range.to())
          .map(
              who -> {
                List<String> topic = topic(new Range(range.from(), who.from()));
                topic.addAll(topic(new Range(who.to(), range.to())));
                return topic;
              })
          .orElseGet(() -> topic(range));
    }

    private List<String> topic(Range range) {
      List<String> topic = new ArrayList<>();
      for (int i = range.from(); i < range.to(); i++) {
        if (!isQuestionWord(i, range)) {
          topic.add(tokens.typed(i, i + 1));
        }
      }
      return topic;
    }

    private boolean isQuestionWord(int i, Range range) {
      String word = tokens.word(i);
      boolean opening = range.from() < 3 && i < range.from() + 3;
      if (isInsideName(i, range)) {
        return false;
      }
      return (StopWords.contains(language, word) && !isParticle(i, range))
          || words.is("about", word)
          || words.is("weak", word)
          || words.is("noise", word)
          || words.is("pronoun", word)
          || (opening && (words.is("wh", word) || words.is("aux", word)))
          || (opening && isKindWord(i));
    }

    /** "Of the" in "the Bank of the West". */
    private boolean isInsideName(int i, Range range) {
      return i > range.from()
          && i + 1 < range.to()
          && spotted.stream()
              .map(NameSpotter.Spotted::span)
              .anyMatch(
                  name ->
                      name.start() < tokens.spans().get(i).start()
                          && tokens.spans().get(i).end() < name.end());
    }

    /** "Down" makes another verb of "turn". */
    private boolean isParticle(int i, Range range) {
      return i > range.from()
          && words.is("particle", tokens.word(i))
          && !StopWords.contains(language, tokens.word(i - 1));
    }

    private boolean isKindWord(int i) {
      for (String use : List.of("who", "when", "where", "many", "latest")) {
        for (int back = 0; back < 4 && i - back >= 0; back++) {
          if (words.length(use, tokens.folded(), i - back) > back) {
            return true;
          }
        }
      }
      return false;
    }

    private Optional<Instant> from() {
      return period.map(p -> p.from().atStartOfDay(asking.zone()).toInstant());
    }

    private Optional<Instant> to() {
      return period.map(p -> p.to().atStartOfDay(asking.zone()).toInstant());
    }
  }
}
