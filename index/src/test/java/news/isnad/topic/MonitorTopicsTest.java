package news.isnad.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorTopicsTest {
  private static final KnownNames NAMES =
      KnownNames.of(
          List.of(
              List.of("ferrant", "person", "Maya Ferrant|Ferrant", "مايا فيرانت|فيرانت"),
              List.of("ledger", "outlet", "Island Ledger", "سجل الجزيرة"),
              List.of(
                  "talune", "government", "Talune|Republic of Talune", "تالونيا|جمهورية تالونيا"),
              List.of("bank", "institution", "Reef Bank|Reserve of the Reefs", "بنك الشعاب")));
  private static final Lexicon WORDS =
      Lexicon.of(
          List.of(
              List.of("strike", "إضراب|توقف عن العمل", ""),
              List.of("port", "ميناء|مرفأ", ""),
              List.of("interest rate", "سعر الفائدة", ""),
              List.of("decision", "قرار", ""),
              List.of("coal", "فحم", "")));

  private final MonitorTopics topics = new MonitorTopics(NAMES, new Translator(WORDS, NAMES));

  @AfterEach
  void close() {
    topics.close();
  }

  private static Edition edition(Language language, String outlet, String title, String text) {
    return new Edition(
        1,
        "a",
        1,
        Optional.empty(),
        outlet,
        title,
        language,
        Optional.empty(),
        Instant.EPOCH,
        text);
  }

  private static Edition english(String text) {
    return edition(Language.ENGLISH, "Ledger", "", text);
  }

  private static Edition arabic(String text) {
    return edition(Language.ARABIC, "Ledger", "", text);
  }

  /** Registers topics under their own text. */
  private void watch(String... typed) {
    for (String each : typed) {
      assertThat(topics.parse(each)).as(each).isInstanceOf(Parsed.Understood.class);
      topics.register(each, each, Language.ENGLISH);
    }
  }

  private Set<String> matched(Edition edition) {
    return new TreeSet<>(topics.match(edition));
  }

  @Test
  void words_meanAllOfThem_inAnyInflectionAndOrder() {
    watch("the strikes of dock workers");
    assertThat(matched(edition(Language.ENGLISH, "x", "Dock quiet", "Every worker is on strike.")))
        .hasSize(1);
    assertThat(matched(english("Every worker went home from the dock."))).isEmpty();
  }

  @Test
  void arabicWords_areFoundWithAndWithoutArticleAndClitics() {
    watch("وزير النقل", "تالونيا والفحم");
    assertThat(matched(arabic("وقال الوزير إن خطة نقل جديدة بدأت."))).containsExactly("وزير النقل");
    assertThat(matched(arabic("وصل فحم إلى تالونيا."))).containsExactly("تالونيا والفحم");
    assertThat(matched(arabic("قال المدير إن النقل بدأ."))).isEmpty();
  }

  @Test
  void languages_coverEachOther() {
    watch("Talune port strike", "إضراب في مرفأ تالونيا", "reef bank interest rate");
    assertThat(matched(arabic("أعلن عمال الموانئ في تالونيا توقفًا عن العمل في كل ميناء.")))
        .containsExactly("Talune port strike");
    assertThat(matched(arabic("إضراب في مرفأ جمهورية تالونيا.")))
        .containsExactly("Talune port strike", "إضراب في مرفأ تالونيا");
    assertThat(matched(english("The strike closed a port of the Republic of Talune.")))
        .containsExactly("Talune port strike", "إضراب في مرفأ تالونيا");
    assertThat(matched(arabic("رفع بنك الشعاب سعر الفائدة."))).hasSize(1);
    assertThat(matched(english("The Reserve of the Reefs raised its interest rates."))).hasSize(1);
  }

  @Test
  void wordThatNobodyKnows_doesNotMatchTheOtherLanguageWithoutIt() {
    watch("Qwertzium strike");
    assertThat(matched(arabic("بدأ إضراب."))).isEmpty();
  }

  @Test
  void nameFirstPrintedAfterwards_matchesInEitherScript() {
    watch("Kostova strike", "زلميرا والفحم", "Zelmira OR Marinov");
    assertThat(matched(arabic("دعت كوستوفا إلى إضراب."))).containsExactly("Kostova strike");
    assertThat(matched(english("Zelmira bought coal.")))
        .containsExactly("Zelmira OR Marinov", "زلميرا والفحم");
    assertThat(matched(arabic("قال مارينوف ذلك."))).containsExactly("Zelmira OR Marinov");
    assertThat(matched(arabic("دعت كوستافسكي إلى إضراب."))).isEmpty();
    assertThat(matched(english("the zelmira coal"))).hasSize(1);
  }

  @Test
  void operators_doWhatTheySay() {
    watch("coal OR grain -Talune", "\"dock workers\" strike", "فحم أو قمح", "فحم بدون إضراب");
    assertThat(matched(english("Coal came."))).hasSize(3);
    assertThat(matched(english("Coal came to Talune.")))
        .containsExactly("فحم أو قمح", "فحم بدون إضراب");
    assertThat(matched(english("Coal came; a strike began."))).hasSize(2);
    assertThat(matched(english("Dock workers on strike")))
        .containsExactly("\"dock workers\" strike");
    assertThat(matched(english("Workers of the dock on strike"))).isEmpty();
    assertThat(matched(arabic("وصل قمح."))).containsExactly("فحم أو قمح");
  }

  @Test
  void patterns_areNotUnderstood() {
    watch("coal.*", "c[aeiou]al", "/co.l/", "coa?", "co*l");
    assertThat(matched(english("Coalition ships, cool and coiled."))).isEmpty();
    assertThat(matched(english("Coal came."))).as("only words").containsExactly("coal.*");
  }

  @Test
  void outletFilter_knowsTheOutletInBothLanguages() {
    watch("coal from:\"Island Ledger\"", "فحم من:\"سجل الجزيرة\"", "coal from:Kestovar");
    Edition known = edition(Language.ENGLISH, "Island Ledger", "", "Coal came.");
    assertThat(matched(known))
        .containsExactly("coal from:\"Island Ledger\"", "فحم من:\"سجل الجزيرة\"");
    assertThat(matched(edition(Language.ARABIC, "كستوفار", "", "وصل فحم.")))
        .containsExactly("coal from:Kestovar");
  }

  @Test
  void languageFilter_holdsForItsLanguageOnly() {
    watch("coal lang:ar", "فحم لغة:en", "coal in Arabic", "فحم بالإنجليزية");
    assertThat(matched(english("Coal came."))).containsExactly("فحم بالإنجليزية", "فحم لغة:en");
    assertThat(matched(arabic("وصل فحم."))).containsExactly("coal in Arabic", "coal lang:ar");
  }

  @Test
  void placeFilter_findsThePlaceUnderAllItsNames() {
    watch("coal place:Talune", "فحم مكان:تالونيا");
    assertThat(matched(english("Coal came to the Republic of Talune."))).hasSize(2);
    assertThat(matched(arabic("وصل فحم إلى جمهورية تالونيا."))).hasSize(2);
    assertThat(matched(english("Coal came."))).isEmpty();
  }

  @Test
  void speakerFilter_asksWhoSpeaks() {
    watch("strike speaker:Ferrant", "إضراب المتحدث:فيرانت", "strike speaker:Kostova");
    Edition edition = english("A strike, said Maya Ferrant. Kostova listened.");
    assertThat(topics.match(edition)).isEmpty();
    assertThat(topics.match(edition, saidBy("Maya Ferrant", Optional.of("ferrant"))))
        .containsExactlyInAnyOrder("strike speaker:Ferrant", "إضراب المتحدث:فيرانت");
    assertThat(topics.match(arabic("إضراب"), saidBy("زلميرا كوستوفا", Optional.empty())))
        .containsExactly("strike speaker:Kostova");
  }

  private static Attribution saidBy(String name, Optional<String> entity) {
    Speaker speaker = new Speaker(name, Optional.empty(), entity, Optional.empty(), false);
    Span span = new Span(0, 1);
    return edition ->
        List.of(
            new Statement(
                span, span, Statement.Kind.SAID, Speech.DIRECT, Optional.of(speaker), List.of()));
  }

  @Test
  void topicRegisteredAgain_isTheNewOne_andRemovedOnesAreGone() {
    topics.register("a", "\"grain came\"", Language.ENGLISH);
    topics.register("b", "grain", Language.ENGLISH);
    topics.register("a", "\"coal came\"", Language.ENGLISH);
    assertThat(matched(english("Grain came."))).containsExactly("b");
    assertThat(matched(english("Coal came."))).containsExactly("a");
    topics.remove("a");
    topics.remove("b");
    topics.remove("unknown");
    assertThat(matched(english("Grain came. Coal came."))).isEmpty();
    topics.register("c", "grain", Language.ENGLISH);
    assertThat(matched(english("Grain came."))).containsExactly("c");
  }

  @Test
  void wordsThatAreNoTopic_neverMatch() {
    assertThat(topics.isTopic("of the and", Language.ENGLISH)).isFalse();
    assertThat(topics.isTopic("😀 — …", Language.ARABIC)).isFalse();
    topics.register("a", "of the and", Language.ENGLISH);
    topics.register("b", "x ".repeat(50_000), Language.ENGLISH);
    assertThat(matched(english("of the and x"))).isEmpty();
  }

  @Test
  void manyTopics_matchOnlyTheirs() {
    Map<String, Topic> many = new java.util.HashMap<>();
    for (int i = 0; i < 500; i++) {
      many.put("t" + i, new Topic.Words("grain lot" + i));
      many.put("p" + i, new Topic.Phrase("grain lot" + i));
    }
    topics.register(many);
    assertThat(matched(english("grain from lot17 and grain lot499")))
        .containsExactly("p499", "t17", "t499");
  }

  @Test
  void shippedTables_coverBothLanguages() {
    KnownNames names = KnownNames.shipped();
    try (Topics shipped = new MonitorTopics(names, new Translator(Lexicon.shipped(), names))) {
      for (String each :
          List.of("ترامب وأوكرانيا", "Fed rate decision -crypto", "from:رويترز إضراب")) {
        shipped.register(each, each, Language.detect(each));
      }
      assertThat(shipped.match(english("Trump will speak about Ukraine on Sunday.")))
          .containsExactly("ترامب وأوكرانيا");
      assertThat(shipped.match(arabic("تحدث الرئيس ترامب عن أوكرانيا يوم الأحد.")))
          .containsExactly("ترامب وأوكرانيا");
      assertThat(shipped.match(arabic("تحدث ترامب عن الطقس."))).isEmpty();
      assertThat(shipped.match(english("The Federal Reserve's decision on the rate is near.")))
          .containsExactly("Fed rate decision -crypto");
      assertThat(shipped.match(english("The Fed's rate decision lifted crypto."))).isEmpty();
      assertThat(shipped.match(arabic("قرار مجلس الاحتياطي الفيدرالي بشأن سعر الفائدة قريب.")))
          .containsExactly("Fed rate decision -crypto");
      assertThat(shipped.match(edition(Language.ENGLISH, "Reuters", "", "Dockers went on strike.")))
          .containsExactly("from:رويترز إضراب");
    }
  }

  /** Topics of every form, on articles of few words, say the same as their queries. */
  @Test
  void anyTopic_matchesWhatItsQueryMatches() {
    List<String> pieces =
        List.of(
            "coal",
            "grain",
            "strike",
            "فحم",
            "إضراب",
            "Talune",
            "\"reef bank\"",
            "OR",
            "أو",
            "-coal",
            "-(reef bank)",
            "(",
            ")",
            "speaker:Ferrant",
            "from:Ledger",
            "lang:en",
            "place:Talune",
            "Kostova",
            "\"port strike\"",
            "bank",
            "-\"port strike\"",
            "interest rate");
    List<String> words =
        List.of(
            "coal",
            "grain",
            "strike",
            "port",
            "reef",
            "bank",
            "فحم",
            "إضراب",
            "توقف",
            "عن",
            "العمل",
            "بنك",
            "الشعاب",
            "Talune",
            "تالونيا",
            "Kostova",
            "كوستوفا",
            "interest",
            "rates",
            "the");
    SplittableRandom dice = new SplittableRandom(5);
    try (PlainTopics plain = new PlainTopics(NAMES, new Translator(WORDS, NAMES))) {
      Map<String, Topic> all = new java.util.HashMap<>();
      for (int i = 0; i < 1500; i++) {
        String typed = drawn(pieces, 1 + dice.nextInt(6), dice);
        if (topics.parse(typed) instanceof Parsed.Understood(Topic topic)) {
          all.put(typed, topic);
        }
      }
      topics.register(all);
      plain.register(all);
      int matches = 0;
      for (int i = 0; i < 150; i++) {
        Language language = i % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
        String text = drawn(words, 2 + dice.nextInt(9), dice);
        Edition edition = edition(language, i % 3 == 0 ? "Ledger" : "Post", "", text);
        Attribution who = saidBy(i % 5 == 0 ? "Maya Ferrant" : "Kostova", Optional.empty());
        Set<String> found = topics.match(edition, who);
        assertThat(found).as(text).isEqualTo(plain.match(edition, who));
        matches += found.size();
      }
      assertThat(matches).isGreaterThan(1000);
    }
  }

  private static String drawn(List<String> pieces, int many, SplittableRandom dice) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < many; i++) {
      drawn.append(pieces.get(dice.nextInt(pieces.size()))).append(' ');
    }
    return drawn.toString();
  }

  /** The phrases above have to be looked at again when either changes. */
  @Test
  void monitor_isOlderThanTheCoreItRunsOn() {
    assertThat(Version.LATEST).hasToString("10.6.0");
    assertThat(Monitor.class.getPackage().getImplementationVersion()).startsWith("10.3.0");
  }
}
