package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
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

/** Articles that were withdrawn answer nothing, and answers that are kept are never old ones. */
class WithdrawnTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");
  private static final String DAM = "https://vale.example/dam";
  private static final String SAID =
      "Governor Lena Orrin said the Tamber dam would be drained in June. Farmers use its water.";

  @TempDir Path folder;
  private Engine engine;

  @BeforeEach
  void open() {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
    store(DAM, SAID);
    store("https://vale.example/market", "The market opens at nine. Bread is cheap.");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void store(String url, String text) {
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.empty(),
                Optional.of(URI.create(url)),
                Optional.empty(),
                "Vale Courier",
                "News of the vale",
                Language.ENGLISH,
                Optional.of(MAY),
                text));
    engine.catchUp();
  }

  private Answer answer() {
    return engine
        .answers()
        .answer(
            "What did Lena Orrin say about the Tamber dam?",
            new Asking(MAY, ZoneOffset.UTC, Optional.empty(), Optional.empty()));
  }

  @Test
  void articleWhosePageIsGone_isCitedNoMore() {
    assertThat(answer()).isInstanceOf(Answer.Found.class);
    engine.articles().withdraw(URI.create(DAM));
    assertThat(answer()).isInstanceOf(Answer.NotFound.class);
    store(DAM, SAID);
    assertThat(answer()).isInstanceOf(Answer.Found.class);
  }

  @Test
  void sameQuestionAgain_isAnsweredAlikeWithoutLookingForIt() {
    Answer.Found first = (Answer.Found) answer();
    long passed = engine.gate().passed();
    Answer.Found again = (Answer.Found) answer();
    assertThat(engine.gate().passed()).isEqualTo(passed);
    assertThat(again.took(first.took())).isEqualTo(first);
  }

  @Test
  void sameQuestionAgain_afterNews_isAnsweredFromIt() {
    Answer.Found before = (Answer.Found) answer();
    String again = "Governor Lena Orrin said on Sunday that the Tamber dam would stay full.";
    store("https://vale.example/dam-again", again);
    Answer.Found after = (Answer.Found) answer();
    assertThat(after.citations()).hasSizeGreaterThan(before.citations().size());
    assertThat(after.searched().articles()).isEqualTo(before.searched().articles() + 1);
  }

  @Test
  void articleThatSaysItIsWithdrawn_isCitedNoMore() {
    store(DAM, "This article has been withdrawn. It quoted Governor Lena Orrin on the Tamber dam.");
    Answer answer = answer();
    assertThat(answer).isInstanceOf(Answer.NotFound.class);
    assertThat(((Answer.NotFound) answer).nearest()).isEmpty();
  }

  @Test
  void everyArticle_isInAStoryOnceCaughtUp() {
    assertThat(engine.stories().done()).isEqualTo(engine.articles().lastSequence());
    assertThat(engine.stories().of(1)).isPresent();
    assertThat(engine.findings(true)).isEmpty();
  }
}
