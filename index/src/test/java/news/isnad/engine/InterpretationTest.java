package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Explained;
import news.isnad.answer.Interpretation;
import news.isnad.answer.Interpretation.Spelling;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not obvious about how a question was read. */
class InterpretationTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");

  @TempDir Path folder;
  private Engine engine;

  @BeforeEach
  void open() {
    engine =
        FreshStore.engine(
            folder,
            List.of(),
            KnownNames.of(
                List.of(
                    List.of(
                        "lena-orrin", "person", "Lena Orrin|Orrin", "", "", "", "vale governor"),
                    List.of("max-orrin", "person", "Max Orrin|Orrin", "", "", ""),
                    List.of("ada-quill", "person", "Ada Quill", "", "", "", "vale governor"))),
            new SettableClock(MAY));
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.of("a"),
                Optional.empty(),
                Optional.empty(),
                "Vale Courier",
                "Dam",
                Language.ENGLISH,
                Optional.of(MAY),
                "Lena Orrin said the Tamberlow dam would be drained in June. Farmers use it."));
    engine.catchUp();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void misspeltWord_isShownAsItWasRead() {
    assertThat(interpretation("What did Lena Orrin say about the Tambrlow dam?").spelling())
        .containsExactly(new Spelling("Tambrlow", "tamberlow"));
  }

  @Test
  void wordThatTheNewsHoldsOrTheLexiconKnows_isReadAsTyped() {
    assertThat(interpretation("What did Lena Orrin say about the Tamberlow dam?").spelling())
        .isEmpty();
    assertThat(interpretation("What did Lena Orrin say about the war?").spelling()).isEmpty();
  }

  @Test
  void nameOfSeveral_mayMeanTheOther() {
    assertThat(interpretation("What did Orrin say about the dam?").others())
        .extracting(other -> other.speaker().orElseThrow().entity().orElseThrow())
        .containsExactly("max-orrin");
  }

  @Test
  void officeOfSeveral_mayMeanEach() {
    assertThat(interpretation("What did the Vale governor say about the dam?").others())
        .extracting(other -> other.speaker().orElseThrow().name())
        .containsExactly("Lena Orrin", "Ada Quill");
  }

  @Test
  void followUp_mayMeanAnotherTopic() {
    Reading before =
        engine
            .answers()
            .answer("What did Lena Orrin say about the dam?", asking(Optional.empty()))
            .reading();
    Asking asking = asking(Optional.of(before));
    Answer answer = engine.answers().answer("And the farmers?", asking);
    assertThat(engine.answers().interpretation(answer.reading(), asking).others())
        .hasSize(2)
        .doesNotContain(answer.reading());
  }

  @Test
  void chosenReading_isAnsweredAsItIs() {
    Reading reading =
        engine
            .answers()
            .answer("What did Ada Quill say about the dam?", asking(Optional.empty()))
            .reading();
    assertThat(engine.answers().answer(reading)).isInstanceOf(Answer.NotFound.class);
    assertThat(engine.answers().answer(reading.byAnyone())).isInstanceOf(Answer.Found.class);
  }

  @Test
  void explanation_givesEveryFormItsOriginAndEverySumItsParts() {
    Reading reading =
        engine
            .answers()
            .answer(
                "What did Lena Orrin say about draining the Tamburlow dam?",
                asking(Optional.empty()))
            .reading();
    Explained explained = engine.answers().explain(reading);
    assertThat(explained.terms())
        .filteredOn(Explained.Term::speaker)
        .flatExtracting(Explained.Term::ways)
        .extracting(Explained.Way::source)
        .containsOnly(Explained.Source.KNOWN_NAME);
    assertThat(explained.terms())
        .filteredOn(term -> term.typed().equals("tamburlow"))
        .flatExtracting(Explained.Term::ways)
        .extracting(Explained.Way::text, Explained.Way::source)
        .contains(
            tuple("tamburlow", Explained.Source.TYPED),
            tuple("tamberlow", Explained.Source.SPELLING));
    assertThat(explained.terms())
        .filteredOn(term -> term.typed().equals("dam"))
        .flatExtracting(Explained.Term::ways)
        .filteredOn(way -> way.language() == Language.ARABIC)
        .extracting(Explained.Way::source)
        .contains(Explained.Source.LEXICON);
    assertThat(explained.looked().get(Language.ENGLISH)).isEqualTo(new Explained.Looked(1, 1));
    assertThat(explained.confidence()).isGreaterThanOrEqualTo(explained.threshold());
    Explained.Weighed best = explained.weighed().getFirst();
    assertThat(best.passage().quote()).contains("would be drained");
    assertThat(best.parts().stream().mapToDouble(Explained.Part::counts).sum())
        .isCloseTo(best.score(), within(1e-9));
  }

  @Test
  void explanation_isTheSameEachTime() {
    Reading reading =
        engine
            .answers()
            .answer("What did Lena Orrin say about the dam?", asking(Optional.empty()))
            .reading();
    Explained one = engine.answers().explain(reading);
    Explained two = engine.answers().explain(reading);
    assertThat(two.terms()).isEqualTo(one.terms());
    assertThat(two.looked()).isEqualTo(one.looked());
    assertThat(two.weighed()).isEqualTo(one.weighed());
    assertThat(two.confidence()).isEqualTo(one.confidence());
  }

  private Interpretation interpretation(String question) {
    Asking asking = asking(Optional.empty());
    return engine
        .answers()
        .interpretation(engine.answers().answer(question, asking).reading(), asking);
  }

  private static Asking asking(Optional<Reading> previous) {
    return new Asking(MAY.plusSeconds(3600), ZoneOffset.UTC, Optional.empty(), previous);
  }
}
