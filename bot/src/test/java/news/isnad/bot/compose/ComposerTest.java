package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Interpretation;
import news.isnad.answer.Searched;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.question.Reading;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {
  private static final Names NAMES =
      (entity, language) ->
          entity.equals("ramlan-transport") && language == Language.ENGLISH
              ? Optional.of("Ramlan Ministry of Transport")
              : Optional.empty();

  private final Composer composer = new Composer(ZoneId.of("Z"), NAMES);

  private final Reading english =
      Invented.reading(
          Language.ENGLISH, "What did the ministry say about the Coral port?", "Coral", "port");
  private final Reading arabic =
      Invented.reading(Language.ARABIC, "ماذا قالت رئيسة الاتحاد عن الإضراب؟", "الإضراب");

  private void golden(String name, Message message) {
    Golden.assertThatMatches(ComposerTest.class, name, message);
  }

  @Test
  void answer_englishWithArabicQuotation() {
    golden(
        "english-answer-arabic-quotation",
        composer.answer(
            Invented.found(english, Invented.searched(1204, 6), Invented.arabicDenial()), "k3J9"));
  }

  @Test
  void answer_arabicWithEnglishName() {
    golden(
        "arabic-answer-english-name",
        composer.answer(
            Invented.found(arabic, Invented.searched(11, 2), Invented.englishDirect()), "k3J9"));
  }

  @Test
  void answer_withFurtherPassagesOfBothLanguages_isMixed() {
    golden(
        "arabic-answer-mixed-list",
        composer.answer(
            Invented.found(
                arabic,
                Invented.searched(100, 3),
                Invented.englishMixed(),
                Invented.arabicReport(),
                Invented.undated(),
                Invented.englishOutlet()),
            "k3J9"));
  }

  @Test
  void answer_thatIsDenied_showsTheOtherSideUnderIt() {
    golden(
        "english-answer-denied",
        composer.answer(
            Invented.denied(
                Invented.found(
                    english,
                    Invented.searched(40, 4),
                    Invented.englishMixed(),
                    Invented.englishOutlet()),
                Invented.arabicDenial()),
            "k3J9"));
    golden(
        "arabic-answer-denied",
        composer.answer(
            Invented.denied(
                Invented.found(arabic, Invented.searched(40, 4), Invented.englishOutlet()),
                Invented.englishDirect()),
            "k3J9"));
  }

  @Test
  void answer_thatIsSilence_saysWhoKeptSilent() {
    golden(
        "english-answer-silence",
        composer.answer(
            Invented.found(english, Invented.searched(1, 1), Invented.arabicSilence()), "k3J9"));
    golden(
        "arabic-answer-silence",
        composer.answer(
            Invented.found(arabic, Invented.searched(2, 1), Invented.arabicSilence()), "k3J9"));
  }

  @Test
  void answer_inTheOutletsOwnWords_quotesNobody() {
    golden(
        "english-answer-outlet",
        composer.answer(
            Invented.found(english, Invented.searched(40, 4), Invented.englishOutlet()), "k3J9"));
    golden(
        "arabic-answer-outlet",
        composer.answer(
            Invented.found(arabic, Invented.searched(40, 4), Invented.englishOutlet()), "k3J9"));
  }

  @Test
  void answer_undatedWithoutPeriod() {
    Searched nothingDated = new Searched(1, 1, Optional.empty(), Optional.empty());
    golden(
        "english-answer-undated",
        composer.answer(
            Invented.found(
                Invented.reading(Language.ENGLISH, "How long?"), nothingDated, Invented.undated()),
            "k3J9"));
  }

  @ParameterizedTest
  @EnumSource
  void answer_toAWordMisspelt_toAPlaceAndToSeveral_showsHowItWasRead(Language language) {
    Reading asked =
        (language == Language.ENGLISH ? english : arabic)
            .by(new Reading.Asked("Seawall House", Optional.of("ramlan-transport")));
    Interpretation interpretation =
        new Interpretation(
            List.of(new Interpretation.Spelling("Corral", "coral")),
            List.of(
                asked.by(new Reading.Asked("Maya Ferrant", Optional.empty())),
                new Reading(
                    asked.question(),
                    language,
                    asked.kind(),
                    Optional.empty(),
                    asked.hints(),
                    List.of("Seawall"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            false);
    golden(
        language.code() + "-answer-interpreted",
        composer.answer(
            Invented.found(asked, Invented.searched(40, 4), Invented.englishDirect()),
            "k3J9",
            interpretation));
    golden(
        language.code() + "-not-found-interpreted",
        composer.answer(
            new Answer.NotFound(asked, Optional.empty(), Invented.searched(40, 4), Duration.ZERO),
            "k3J9",
            interpretation));
    golden(
        language.code() + "-answer-chosen",
        composer.answer(
            Invented.found(asked.byAnyone(), Invented.searched(40, 4), Invented.englishDirect()),
            "k3J9",
            new Interpretation(List.of(), List.of(asked), true)));
  }

  @ParameterizedTest
  @EnumSource
  void explanation_goesFromTheWordsToTheDecision(Language language) {
    Reading asked =
        new Reading(
            "What did the union say about Corral yesterday?",
            Language.ENGLISH,
            Reading.Kind.SAID_BY,
            Optional.of(new Reading.Asked("the union", Optional.of("dockers-union"))),
            new Reading.Hints(Optional.empty(), false, true, true, List.of()),
            List.of("Corral"),
            Optional.of(Instant.parse("2026-03-14T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-15T00:00:00Z")),
            Optional.empty());
    Answer answer = Invented.found(asked, Invented.searched(40, 4), Invented.englishDirect());
    golden(language.code() + "-why", composer.why(Invented.explained(answer), language));
  }

  @Test
  void answer_toAFollowUp_showsHowItWasRead() {
    Instant sunday = Instant.parse("2026-03-08T00:00:00Z");
    golden(
        "english-answer-reading",
        composer.answer(
            Invented.found(
                Invented.interpreted(
                    english,
                    "Maya Ferrant",
                    sunday,
                    sunday.plus(Duration.ofDays(7)),
                    "What about the strike?"),
                Invented.searched(300, 5),
                Invented.englishDirect()),
            "k3J9"));
    golden(
        "arabic-answer-reading",
        composer.answer(
            Invented.found(
                Invented.interpreted(
                    arabic, "Maya Ferrant", sunday, sunday.plus(Duration.ofDays(1)), "ماذا حدث؟"),
                Invented.searched(3, 3),
                Invented.englishDirect()),
            "k3J9"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void answer_notFound_offersTheNearestPassageAndListsNoSource(Language language) {
    Reading reading = language == Language.ARABIC ? arabic : english;
    Answer nothing =
        new Answer.NotFound(
            reading,
            Optional.of(Invented.englishOutlet()),
            Invented.searched(1204, 11),
            Duration.ofMillis(3));
    Message message = composer.answer(nothing, "k3J9");
    golden(language.code() + "-not-found", message);
    assertThat(message.html()).doesNotContain("The Harbour Post");
    golden(language.code() + "-nearest", composer.nearest(Invented.englishOutlet(), language));
  }

  @Test
  void answer_notFoundBySpeakerInAnEmptyStore() {
    Instant day = Instant.parse("2026-03-08T00:00:00Z");
    Answer nothing =
        new Answer.NotFound(
            Invented.interpreted(
                english, "مايا فيران", day, day.plus(Duration.ofDays(2)), "What else?"),
            Optional.empty(),
            new Searched(0, 0, Optional.empty(), Optional.empty()),
            Duration.ofMillis(3));
    golden("en-not-found-empty", composer.answer(nothing, "k3J9"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void contextAndMore_sayWhatBecameOfTheEdition(Language language) {
    List<String> said = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      String context = composer.context(Invented.arabicDenial(), standing, language).html();
      String more = composer.more(List.of(Invented.arabicDenial()), _ -> standing, language).html();
      said.add(context);
      assertThat(more.lines().count())
          .isEqualTo(
              composer.more(List.of(Invented.arabicDenial()), language).html().lines().count()
                  + (standing == Standing.CURRENT ? 0 : 1));
    }
    assertThat(said).doesNotHaveDuplicates();
    assertThat(said.getFirst())
        .isEqualTo(composer.context(Invented.arabicDenial(), language).html());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void moreContextAndLatest(Language language) {
    golden(
        language.code() + "-more",
        composer.more(List.of(Invented.arabicDenial(), Invented.englishMixed()), language));
    golden(language.code() + "-more-none", composer.more(List.of(), language));
    golden(language.code() + "-context", composer.context(Invented.arabicDenial(), language));
    golden(
        language.code() + "-context-long-chain",
        composer.context(Invented.englishMixed(), language));
    golden(
        language.code() + "-context-outlet", composer.context(Invented.englishOutlet(), language));
    golden(
        language.code() + "-latest",
        composer.latest(List.of(Invented.ENGLISH, Invented.ARABIC, Invented.UNDATED), language));
    golden(language.code() + "-latest-none", composer.latest(List.of(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void context_isAtMostFiveSentences(Language language) {
    String sentence =
        language == Language.ARABIC ? "عبرت السفينة رقم %d المضيق." : "Ship %d crossed the strait.";
    for (int place : List.of(1, 2, 5, 8, 9)) {
      List<String> all = new ArrayList<>();
      for (int i = 1; i <= 9; i++) {
        all.add(sentence.formatted(i));
      }
      String text = String.join(" ", all);
      Edition edition =
          Invented.edition(80, "Island Ledger", "t", language, Optional.of(Invented.NOON), text);
      Citation citation =
          Invented.cited(edition, all.get(place - 1), Speech.NONE, Optional.empty());
      String shown = composer.context(citation, language).html();
      assertThat(all).filteredOn(shown.replaceAll("</?b>", "")::contains).hasSize(5);
      assertThat(shown).contains("<b>" + all.get(place - 1) + "</b>");
    }
  }

  @Test
  void directSpeech_isMarkedAndUntouched() {
    Message message =
        composer.answer(
            Invented.found(english, Invented.searched(9, 1), Invented.arabicDenial()), "a");
    assertThat(StrictHtml.check(message)).contains("«" + Invented.arabicDenial().quote() + "»");
  }

  @Test
  void context_ofALongArticle_staysWithinABoundAndKeepsTheQuotation() {
    String filler = "The quay was quiet. ".repeat(2000);
    String quote = "We sail at dawn.";
    Edition edition =
        Invented.edition(
            3,
            "Ledger",
            "Sailing",
            Language.ENGLISH,
            Optional.empty(),
            filler + quote + " " + filler);
    Span span = new Span(filler.length(), filler.length() + quote.length());
    String shown =
        StrictHtml.check(
            composer.context(
                new Citation(edition, span, Speech.NONE, Optional.empty(), List.of(), 1),
                Language.ENGLISH));
    assertThat(shown).contains("[…] The quay was quiet. ").contains(quote).hasSizeLessThan(1600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>bold</b></blockquote><a href=\"tg://x\">",
        "&lt;&amp;\"'<<<>>>",
        "\u202Ereversed\u202C \u2066open \u2069\u2069 closed\u2068",
        "\uD83D half \uDE00 pair \uD83D\uDE00",
        "\u0000\u0007\u001B[31m\u009F \uFDD0\uFDD1\uFFFF",
        "{speaker} {0} '{'quoted'}' # ''",
        "مرحبا \u202E abc <i>",
        "1:context:k3J9 \n\n\n /start \r\n",
        "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
      })
  void hostileText_neverBreaksAMessage(String hostile) {
    for (String text : List.of(hostile, hostile.repeat(100_000 / hostile.length() + 1))) {
      for (Language language : Language.values()) {
        Edition edition =
            Invented.edition(
                1, text, text, language, Optional.of(Invented.NOON), "x " + text + " y");
        Citation citation =
            new Citation(
                edition,
                new Span(2, 2 + text.length()),
                Speech.DIRECT,
                Optional.of(
                    new Speaker(
                        text, Optional.of(text + "."), Optional.empty(), Optional.empty(), true)),
                List.of(new Upstream(text, Optional.empty(), new Span(0, 1))),
                1);
        Reading reading =
            Invented.interpreted(
                Invented.reading(language, text, text, text),
                text,
                Invented.NOON,
                Invented.NOON,
                text);
        Citation[] six = IntStream.range(0, 6).mapToObj(_ -> citation).toArray(Citation[]::new);
        StrictHtml.check(
            composer.answer(Invented.found(reading, Invented.searched(5, 5), six), "a"));
        StrictHtml.check(composer.more(List.of(six), language));
        StrictHtml.check(composer.context(citation, language));
        StrictHtml.check(composer.nearest(citation, language));
        StrictHtml.check(composer.latest(List.of(edition, edition), language));
        StrictHtml.check(
            composer.answer(
                new Answer.NotFound(
                    reading, Optional.of(citation), Invented.searched(5, 5), Duration.ZERO),
                "a"));
      }
    }
  }

  @Test
  void button_carriesNoText() {
    Message message =
        composer.answer(
            Invented.found(english, Invented.searched(9, 1), Invented.arabicDenial()),
            "AAAAAAAAAAA");
    assertThat(message.buttons().stream().flatMap(List::stream))
        .extracting(button -> ((Button.Callback) button).data())
        .containsExactly(
            "1:context:AAAAAAAAAAA",
            "1:alertme:AAAAAAAAAAA",
            "1:good:AAAAAAAAAAA",
            "1:bad:AAAAAAAAAAA");
  }
}
