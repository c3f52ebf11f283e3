package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who denies what an answer says, and who does not. */
class OtherSideTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");
  private static final String DRAINED =
      "Governor Lena Orrin said the Tamber dam would be drained in June. Farmers use its water.";
  private static final String QUESTION = "What did Lena Orrin say about the Tamber dam?";

  @TempDir Path folder;
  private Engine engine;
  private int articles;

  @BeforeEach
  void open() {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
    store("Vale Courier", "Dam to be drained", MAY, DRAINED);
    store("Vale Courier", "Market day", MAY, "The market opens at nine. Bread is cheap.");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void denialByAnother_isTheOtherSide() {
    store(
        "Hill Gazette",
        "Water board speaks",
        MAY.plusSeconds(90_000),
        "The water board denied that the Tamber dam would be drained. It met on Monday.");
    Citation other = otherSide(QUESTION).orElseThrow();
    assertThat(other.quote()).contains("denied that the Tamber dam would be drained");
    assertThat(other.speaker().orElseThrow().name()).containsIgnoringCase("water board");
  }

  @Test
  void denialInTheOtherLanguage_isTheOtherSide() {
    store(
        "مرصد السهل",
        "هيئة المياه: لا صحة لما قيل عن السد",
        MAY,
        "ونفت هيئة المياه تفريغ سد تامبر في يونيو. واجتمعت الهيئة يوم الاثنين.");
    assertThat(otherSide(QUESTION).orElseThrow().quote()).contains("ونفت هيئة المياه");
  }

  @Test
  void denialOfAnArabicAnswer_isTheOtherSide() {
    store(
        "مرصد السهل",
        "جسر النخيل يغلق",
        MAY,
        "قال رئيس البلدية سالم الراوي إن جسر النخيل سيغلق في يونيو. والجسر قديم.");
    store(
        "بوابة الوادي",
        "وزارة النقل عن جسر النخيل",
        MAY,
        "وقالت وزارة النقل إن الأنباء عن إغلاق جسر النخيل غير صحيحة.");
    assertThat(otherSide("ماذا قال سالم الراوي عن جسر النخيل؟").orElseThrow().quote())
        .contains("غير صحيحة");
  }

  @Test
  void agreement_isNoOtherSide() {
    store(
        "Hill Gazette",
        "Mayor agrees",
        MAY,
        "Mayor Tom Pell confirmed that the Tamber dam would be drained in June.");
    assertThat(otherSide(QUESTION)).isEmpty();
  }

  @Test
  void negatedDenial_isNoOtherSide() {
    store(
        "Hill Gazette",
        "Mayor speaks",
        MAY,
        "Mayor Tom Pell said he did not deny that the Tamber dam would be drained in June.");
    assertThat(otherSide(QUESTION)).isEmpty();
  }

  @Test
  void denialOfSomethingElse_isNoOtherSide() {
    store(
        "Hill Gazette",
        "Director stays",
        MAY,
        "The water board denied that its director had resigned over pay. The union was surprised."
            + " Nobody else commented. The meeting was long. The Tamber dam is far away.");
    assertThat(otherSide(QUESTION)).isEmpty();
  }

  @Test
  void denialByTheSameSpeaker_isNoOtherSide() {
    store(
        "Hill Gazette",
        "Orrin on the dam",
        MAY,
        "Governor Lena Orrin denied that the Tamber dam would be drained in June.");
    assertThat(otherSide(QUESTION)).isEmpty();
  }

  @Test
  void denialOfAnotherStory_isNoOtherSide() {
    String denial = "The water board denied that the Tamber dam would be drained in June.";
    store("Hill Gazette", "An old story", MAY.minusSeconds(30 * 86_400L), denial);
    assertThat(otherSide(QUESTION)).isEmpty();
    store("Hill Gazette", "Undated", null, denial + " It met.");
    assertThat(otherSide(QUESTION)).isPresent();
  }

  @Test
  void twoDenials_agree_unlessOneNamesTheOther() {
    store(
        "Hill Gazette",
        "Canal stays",
        MAY,
        "Minister Ada Quill denied that the Morven canal would be filled in.");
    String question = "What did Ada Quill say about the Morven canal?";
    store(
        "Dale Echo",
        "Board on the canal",
        MAY,
        "The water board rejected reports that the Morven canal would be filled in.");
    assertThat(otherSide(question)).isEmpty();
    store(
        "Dale Echo",
        "Union answers",
        MAY,
        "The boatmen's union said Quill was lying about the Morven canal being filled in.");
    assertThat(otherSide(question).orElseThrow().quote()).contains("Quill was lying");
  }

  private Optional<Citation> otherSide(String question) {
    engine.catchUp();
    Answer answer =
        engine
            .answers()
            .answer(
                question,
                new Asking(
                    MAY.plusSeconds(86_400), ZoneOffset.UTC, Optional.empty(), Optional.empty()));
    assertThat(answer).isInstanceOf(Answer.Found.class);
    Answer.Found found = (Answer.Found) answer;
    found
        .otherSide()
        .ifPresent(
            other -> {
              assertThat(other.edition().text()).contains(other.quote());
              assertThat(found.citations()).doesNotContain(other);
            });
    return found.otherSide();
  }

  private void store(
      String outlet, String title, @org.jspecify.annotations.Nullable Instant at, String text) {
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.of("a" + articles++),
                Optional.empty(),
                Optional.empty(),
                outlet,
                title,
                Language.detect(text),
                Optional.ofNullable(at),
                text));
  }
}
