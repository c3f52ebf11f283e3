package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Speech;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which words were printed, and which were not. */
class PrintedQuotesTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");

  @TempDir Path folder;
  private Engine engine;
  private int articles;

  @BeforeEach
  void open() {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
    store("Vale Courier", MAY, "The market opens at nine. Bread is cheap. The dam is old.");
    store(
        "Hill Gazette",
        MAY.plusSeconds(90_000),
        "Lena Orrin spoke on Monday. “We will never drain the Tamber dam before the harvest,” she"
            + " told reporters. Farmers use its water.");
    store(
        "Vale Courier",
        MAY.minusSeconds(90_000),
        "Governor Lena Orrin said: “We will never drain the Tamber dam before the harvest.” The"
            + " market opens at nine.");
    store(
        "مرصد السهل",
        MAY,
        "قالت الحاكمة لينا أورين: «لن نفرّغ سدّ تامبر قبل موسم الحصاد مهما حدث». واجتمعت الهيئة يوم"
            + " الاثنين.");
    engine.catchUp();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void store(String outlet, Instant published, String text) {
    Language language = Language.detect(text);
    articles++;
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.of("a-" + articles),
                Optional.empty(),
                Optional.empty(),
                outlet,
                "",
                language,
                Optional.of(published),
                text));
  }

  private List<Printed> find(String quote) {
    return engine.printedQuotes().find(quote);
  }

  @Test
  void wordsAsPrinted_areExact_earliestFirst_withTheirSpeaker() {
    List<Printed> found = find("we will never drain the Tamber dam, before the harvest");
    assertThat(found).hasSize(2).allMatch(Printed::isExact);
    assertThat(found)
        .extracting(each -> each.citation().edition().outlet())
        .containsExactly("Vale Courier", "Hill Gazette");
    assertThat(found.getFirst().citation().quote())
        .isEqualTo("We will never drain the Tamber dam before the harvest");
    assertThat(found.getFirst().citation().speech()).isEqualTo(Speech.DIRECT);
    assertThat(found.getFirst().citation().speaker().orElseThrow().name()).contains("Lena Orrin");
  }

  @Test
  void otherWords_areNear_andMarked() {
    List<Printed> found = find("We will always drain the Tamber dam before the harvest");
    assertThat(found).hasSize(2).noneMatch(Printed::isExact);
    Printed near = found.getFirst();
    assertThat(near.missing()).containsExactly("always");
    assertThat(near.different())
        .extracting(span -> span.of(near.citation().edition().text()))
        .containsExactly("never");
  }

  @Test
  void wordsPutInAndLeftOut_areNear() {
    Printed putIn = find("We will never ever drain the Tamber dam before the harvest").getFirst();
    assertThat(putIn.missing()).containsExactly("ever");
    assertThat(putIn.different()).isEmpty();
    Printed leftOut = find("We will drain the Tamber dam before the harvest").getFirst();
    assertThat(leftOut.missing()).isEmpty();
    assertThat(leftOut.different()).hasSize(1);
  }

  @Test
  void arabic_isFoundWithoutHarakatAndHamza() {
    Printed found = find("لن نفرغ سد تامبر قبل موسم الحصاد").getFirst();
    assertThat(found.isExact()).isTrue();
    assertThat(found.citation().quote()).isEqualTo("لن نفرّغ سدّ تامبر قبل موسم الحصاد");
    assertThat(found.citation().speaker().orElseThrow().name()).contains("لينا أورين");
    Printed near = find("لن نفرغ سد تامبر بعد موسم الحصاد").getFirst();
    assertThat(near.missing()).containsExactly("بعد");
  }

  @Test
  void otherWordsAltogether_areNotFound() {
    assertThat(find("The harvest was ruined when somebody opened the old market")).isEmpty();
    assertThat(find("Nobody has ever printed such a sentence about zebras")).isEmpty();
  }

  @Test
  void smallWordsAlone_areNotNear() {
    assertThat(find("They said it was all before the harvest")).isEmpty();
    assertThat(find("We will never see him the way that we did before the harvest")).isEmpty();
  }

  @Test
  void fewWords_areNotLookedFor() {
    assertThat(find("the Tamber dam")).isEmpty();
    assertThat(find("dam ".repeat(151))).isEmpty();
  }
}
