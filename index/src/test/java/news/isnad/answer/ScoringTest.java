package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.isnad.answer.Scoring.Scored;
import news.isnad.article.Edition;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.search.Candidate;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.junit.jupiter.api.Test;

/** What speaks for a unit, feature by feature. All articles are invented. */
class ScoringTest {
  private static final Weights WEIGHTS = Weights.shipped();
  private static final Asked OLGA = new Asked("Olga Brandt", Optional.empty());
  private static final Hints WORDS_OF_SOMEBODY =
      new Hints(Optional.empty(), false, false, true, List.of());

  @Test
  void moreOfWhatWasAsked_scoresHigher() {
    Scoring scoring = scoring("repairs", "bridge");

    Scored both = scoring.score(unit("Repairs of the bridge begin."), List.of());
    Scored one = scoring.score(unit("The bridge is closed again."), List.of());
    Scored none = scoring.score(unit("Fog covered all the hills."), List.of());

    assertThat(both.feature(Feature.COVERAGE)).isEqualTo(1);
    assertThat(one.feature(Feature.COVERAGE)).isEqualTo(.5);
    assertThat(none.feature(Feature.COVERAGE)).isZero();
    assertThat(both.score()).isGreaterThan(one.score());
    assertThat(one.score()).isGreaterThan(none.score());
  }

  @Test
  void wordsAskedSideBySide_countTogetherOnlyWhereTheyStandSo() {
    Scoring scoring = scoring("bridge", "repairs");

    Unit near = unit("The bridge repairs begin.");
    Unit far = unit("The bridge is closed until somebody pays for the repairs.");

    assertThat(scoring.score(near, List.of()).feature(Feature.TOGETHER)).isEqualTo(1);
    assertThat(scoring.score(far, List.of()).feature(Feature.TOGETHER)).isZero();
  }

  @Test
  void topicAround_countsLessTheFartherItStands() {
    Scoring scoring = scoring("bridge");
    ArticleView view =
        view("News", "Fog fell.", "Sheep ran.", "Boats left.", "Gulls came.", "The bridge broke.");

    double[] coverage =
        IntStream.range(0, 5)
            .mapToDouble(i -> scoring.score(Unit.of(view, i), List.of()).feature(Feature.COVERAGE))
            .toArray();

    assertThat(coverage).containsExactly(new double[] {.3, .3, .45, .6, 1}, within(1e-9));
  }

  @Test
  void whatTheRestOfTheArticleDoesNotSay_tellsMore() {
    Scoring scoring = scoring("bridge", "repairs");
    ArticleView view =
        view("News", "The bridge is old.", "The bridge leans.", "Its repairs begin.", "Fog fell.");

    double common = scoring.score(Unit.of(view, 1), List.of()).feature(Feature.TELLING);
    double seldom = scoring.score(Unit.of(view, 2), List.of()).feature(Feature.TELLING);

    assertThat(seldom).isGreaterThan(common).isLessThan(1);
    assertThat(common).isPositive();
    assertThat(scoring.score(Unit.of(view, 3), List.of()).feature(Feature.TELLING)).isZero();
  }

  @Test
  void reasonForWhatNobodyTells_isUntold() {
    ArticleView view = view("News", "The bridge is old.", "The bridge leans.", "Fog fell.");
    Scoring why = asking("Why did the bridge collapse?", Kind.WHAT, "bridge", "collapse");
    Scoring what = asking("Did the bridge collapse?", Kind.WHAT, "bridge", "collapse");
    Scoring when = asking("When did the bridge collapse?", Kind.WHEN, "bridge", "collapse");

    Scored reason = why.score(Unit.of(view, 0), List.of());
    assertThat(reason.feature(Feature.REASON)).isEqualTo(1);
    assertThat(reason.feature(Feature.REASON_UNTOLD)).isEqualTo(.5);
    assertThat(reason.feature(Feature.TIME)).isZero();
    Scored told = what.score(Unit.of(view, 0), List.of());
    assertThat(told.feature(Feature.REASON)).isZero();
    assertThat(told.feature(Feature.REASON_UNTOLD)).isZero();
    assertThat(when.score(Unit.of(view, 0), List.of()).feature(Feature.TIME)).isEqualTo(1);
  }

  @Test
  void nameThatTheArticleNeverSays_isMissed() {
    Wanted bridge = wanted("bridge");
    Wanted tarn = new Wanted("tarn", true, wanted("tarn").forms());
    Scoring scoring =
        new Scoring(
            reading(Kind.KEYWORD, Hints.NONE, Optional.empty()),
            Language.ENGLISH,
            List.of(bridge, tarn),
            Map.of(bridge, 1.0, tarn, 1.0),
            Optional.empty(),
            WEIGHTS,
            0);

    assertThat(scoring.score(unit("The bridge broke."), List.of()).feature(Feature.UNNAMED))
        .isEqualTo(1);
    assertThat(scoring.score(unit("The bridge of Tarn."), List.of()).feature(Feature.UNNAMED))
        .isZero();
  }

  @Test
  void longArticle_hasWeightsOfItsOwn() {
    double[] weights = new double[2 * Feature.COUNT];
    weights[Feature.OWN.place()] = 2;
    weights[Feature.COUNT + Feature.OWN.place()] = 3;
    Features.Builder builder = new Features.Builder();
    builder.set(Feature.OWN, 1);

    assertThat(builder.build(0).weighted(weights)).isEqualTo(2);
    assertThat(builder.build(.5).weighted(weights)).isEqualTo(3.5);
    assertThat(builder.build(1).counting(weights)[Feature.OWN.place()]).isEqualTo(5);
  }

  @Test
  void rareWord_countsMoreThanACommonOne() {
    Wanted bridge = wanted("bridge");
    Wanted repairs = wanted("repairs");
    Scoring scoring =
        new Scoring(
            reading(Kind.KEYWORD, Hints.NONE, Optional.empty()),
            Language.ENGLISH,
            List.of(bridge, repairs),
            Map.of(bridge, 3.0, repairs, 1.0),
            Optional.empty(),
            WEIGHTS,
            0);

    assertThat(scoring.score(unit("The bridge broke."), List.of()).feature(Feature.OWN))
        .isEqualTo(.75);
    assertThat(scoring.score(unit("Its repairs began."), List.of()).feature(Feature.OWN))
        .isEqualTo(.25);
  }

  @Test
  void speakerAskedFor_isAdmitted_andNobodyElse() {
    Scoring scoring = saidBy(WORDS_OF_SOMEBODY);

    Scored right = scoring.score(said("Olga Brandt", Statement.Kind.SAID), List.of());
    Scored wrong = scoring.score(said("Peter Holm", Statement.Kind.SAID), List.of());

    assertThat(right.admissible()).isTrue();
    assertThat(right.feature(Feature.SPEAKER)).isBetween(SpeakerMatch.SAME, 1.0);
    assertThat(wrong.admissible()).isFalse();
    assertThat(wrong.feature(Feature.SPEAKER)).isLessThan(SpeakerMatch.SAME);
  }

  @Test
  void anotherSpeaker_scoresLower_whereTheOneAskedForIsNotRequired() {
    Scoring scoring = saidBy(Hints.NONE);

    Scored right = scoring.score(said("Olga Brandt", Statement.Kind.SAID), List.of());
    Scored wrong = scoring.score(said("Peter Holm", Statement.Kind.SAID), List.of());
    Scored nobody = scoring.score(unit("The ship came back."), List.of());

    assertThat(wrong.admissible()).isTrue();
    assertThat(right.score()).isGreaterThan(wrong.score());
    assertThat(right.feature(Feature.OTHER_SPEAKER)).isZero();
    assertThat(wrong.feature(Feature.OTHER_SPEAKER)).isEqualTo(1);
    assertThat(nobody.feature(Feature.OTHER_SPEAKER)).isEqualTo(.5);
  }

  @Test
  void silence_answersOnlyWhereItIsAskedFor() {
    Hints comment = new Hints(Optional.empty(), false, true, true, List.of());
    Unit silent = said("Olga Brandt", Statement.Kind.SILENT);

    assertThat(saidBy(WORDS_OF_SOMEBODY).score(silent, List.of()).admissible()).isFalse();
    assertThat(saidBy(comment).score(silent, List.of()).admissible()).isTrue();
  }

  @Test
  void chunk_countsInFullInsideAndHalfBesideIt() {
    Scoring scoring =
        new Scoring(
            reading(Kind.KEYWORD, Hints.NONE, Optional.empty()),
            Language.ENGLISH,
            List.of(),
            Map.of(),
            Optional.empty(),
            WEIGHTS,
            .8);
    ArticleView view = view("News", "Fog fell.", "Sheep ran.");
    List<Candidate> chunks = List.of(new Candidate(1, 0, 0, .8, .6));

    Scored inside = scoring.score(Unit.of(view, 0), chunks);
    Scored beside = scoring.score(Unit.of(view, 1), chunks);

    assertThat(inside.feature(Feature.MATCH)).isEqualTo(.8);
    assertThat(inside.feature(Feature.LIKENESS)).isEqualTo(.6);
    assertThat(inside.feature(Feature.MATCH_OF_BEST)).isEqualTo(1);
    assertThat(beside.feature(Feature.MATCH)).isEqualTo(.4);
    assertThat(beside.feature(Feature.LIKENESS)).isEqualTo(.3);
    assertThat(beside.feature(Feature.MATCH_OF_BEST)).isEqualTo(.5);
  }

  @Test
  void numberAndTime_countWhereTheyAreAskedFor() {
    Unit number = unit("Twelve boats sank off the coast.");
    Unit time = unit("The boats sank on Tuesday morning.");

    Scored counted = scoring(Kind.HOW_MANY, Hints.NONE, "boats").score(number, List.of());
    Scored uncounted = scoring(Kind.HOW_MANY, Hints.NONE, "boats").score(time, List.of());
    Scored timed = scoring(Kind.WHEN, Hints.NONE, "boats").score(time, List.of());
    Scored untimed = scoring(Kind.WHEN, Hints.NONE, "boats").score(number, List.of());

    assertThat(List.of(counted, timed))
        .allSatisfy(found -> assertThat(found.feature(Feature.KIND)).isEqualTo(1))
        .allSatisfy(found -> assertThat(found.feature(Feature.KIND_MISSED)).isZero());
    assertThat(List.of(uncounted, untimed))
        .allSatisfy(found -> assertThat(found.feature(Feature.KIND)).isZero())
        .allSatisfy(found -> assertThat(found.feature(Feature.KIND_MISSED)).isEqualTo(1));
    assertThat(counted.score()).isGreaterThan(uncounted.score());
    assertThat(timed.score()).isGreaterThan(untimed.score());
  }

  @Test
  void periodByItsName_speaksForAUnit_andItsAbsenceNotAgainst() {
    Hints inMay = new Hints(Optional.empty(), false, false, false, List.of(List.of("may")));
    Scoring scoring = scoring(Kind.WHAT, inMay, "bridge");

    Scored named = scoring.score(unit("The bridge broke in May."), List.of());
    Scored unnamed = scoring.score(unit("The bridge broke in June."), List.of());

    assertThat(named.feature(Feature.KIND)).isEqualTo(1);
    assertThat(unnamed.feature(Feature.KIND)).isZero();
    assertThat(unnamed.feature(Feature.KIND_MISSED)).isZero();
    assertThat(named.score()).isGreaterThan(unnamed.score());
  }

  @Test
  void features_andTheSurenessOfThem_areBetweenZeroAndOne() {
    Scoring scoring = scoring(Kind.HOW_MANY, Hints.NONE, "bridge", "boats", "repairs");
    String endless = "Boats ".repeat(200) + "sank.";
    List<Candidate> chunks = List.of(new Candidate(1, 0, 0, 3, 2));

    List<Scored> scored =
        Stream.of(endless, "The bridge.", "Twelve boats sank.")
            .map(text -> scoring.score(unit(text), chunks))
            .toList();

    assertThat(scored)
        .allSatisfy(
            one -> {
              for (Feature feature : Feature.values()) {
                assertThat(one.feature(feature)).isBetween(0.0, 1.0);
              }
              assertThat(WEIGHTS.sureness(false, one.features(), 1, 3)).isBetween(0.0, 1.0);
            });
  }

  private static Scoring scoring(String... topic) {
    return scoring(Kind.KEYWORD, Hints.NONE, topic);
  }

  private static Scoring scoring(Kind kind, Hints hints, String... topic) {
    List<Wanted> wanted = Stream.of(topic).map(ScoringTest::wanted).toList();
    Reading reading = reading(kind, hints, Optional.empty());
    return new Scoring(reading, Language.ENGLISH, wanted, Map.of(), Optional.empty(), WEIGHTS, 0);
  }

  private static Scoring asking(String question, Kind kind, String... topic) {
    List<Wanted> wanted = Stream.of(topic).map(ScoringTest::wanted).toList();
    Reading reading = reading(kind, Hints.NONE, Optional.empty()).typed(question);
    return new Scoring(reading, Language.ENGLISH, wanted, Map.of(), Optional.empty(), WEIGHTS, 0);
  }

  /** What Olga Brandt said of the ship. */
  private static Scoring saidBy(Hints hints) {
    SpeakerMatch olga =
        new SpeakerMatch(
            OLGA,
            Language.ENGLISH,
            List.of(wanted("Olga"), wanted("Brandt")),
            KnownNames.shipped(),
            CountryForms.of(KnownNames.shipped()),
            Optional.empty());
    return new Scoring(
        reading(Kind.SAID_BY, hints, Optional.of(OLGA)),
        Language.ENGLISH,
        List.of(wanted("ship")),
        Map.of(),
        Optional.of(olga),
        WEIGHTS,
        0);
  }

  private static Reading reading(Kind kind, Hints hints, Optional<Asked> speaker) {
    return new Reading(
        "how many boats",
        Language.ENGLISH,
        kind,
        speaker,
        hints,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Wanted wanted(String typed) {
    Word word = Words.of(typed, Language.ENGLISH).getFirst();
    Form form = new Form(List.of(word.folded()), List.of(word.stem()), 1);
    return new Wanted(typed, false, Map.of(Language.ENGLISH, List.of(form)));
  }

  private static Unit unit(String sentence) {
    return Unit.of(view("News", sentence), 0);
  }

  private static Unit said(String name, Statement.Kind kind) {
    String text = "The ship came back.";
    Span all = new Span(0, text.length());
    Speaker speaker =
        new Speaker(name, Optional.empty(), Optional.empty(), Optional.empty(), false);
    Speech speech = kind == Statement.Kind.SILENT ? Speech.NONE : Speech.REPORTED;
    return Unit.of(
        view("News", text), new Statement(all, all, kind, speech, Optional.of(speaker), List.of()));
  }

  private static ArticleView view(String title, String... sentences) {
    Edition edition =
        new Edition(
            1,
            "test",
            1,
            Optional.empty(),
            "Test Outlet",
            title,
            Language.ENGLISH,
            Optional.empty(),
            Instant.EPOCH,
            String.join("\n", sentences));
    return new ArticleView(edition, List.of());
  }
}
