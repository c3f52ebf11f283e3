package news.isnad.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.isnad.answer.Answer;
import news.isnad.article.ArticleDraft;
import news.isnad.bot.app.Main;
import news.isnad.bot.assembly.Conversation;
import news.isnad.engine.Engine;
import news.isnad.question.Asking;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;
import news.isnad.text.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private final BenchCorpus corpus = new BenchCorpus();

  @Test
  void article_ofTheSameNumber_isTheSameEveryTime() {
    assertThat(corpus.article(17)).isEqualTo(new BenchCorpus().article(17));
    assertThat(corpus.article(17).text()).isNotEqualTo(corpus.article(19).text());
  }

  @Test
  void articles_areAsLongAsNews_halfOfThemArabic() {
    List<ArticleDraft> articles = IntStream.range(0, 60).mapToObj(corpus::article).toList();
    assertThat(articles).filteredOn(one -> one.language() == Language.ARABIC).hasSize(30);
    assertThat(articles)
        .allSatisfy(
            one -> {
              assertThat(Language.detect(one.text())).isEqualTo(one.language());
              assertThat(Sentences.of(one.text(), one.language())).hasSizeBetween(7, 20);
              assertThat(one.text() + one.title()).doesNotContain("{", "}");
            });
  }

  @Test
  void told_saysWhoSpeaksInWhichSentences() {
    for (BenchCorpus.Told told : IntStream.range(0, 20).mapToObj(corpus::told).toList()) {
      assertThat(told.statements())
          .isNotEmpty()
          .allSatisfy(
              one -> assertThat(one.span().of(told.draft().text())).matches("(?s)\\S.*[.?»\"]"))
          .extracting(one -> one.speaker().orElseThrow().name())
          .doesNotContain("");
    }
  }

  @Test
  void questions_areOfEveryKind_inBothLanguages_andOthersEveryRound() {
    List<String> questions = corpus.questions(100_000, 0, 72);
    assertThat(questions).filteredOn(one -> Language.detect(one) == Language.ARABIC).hasSize(36);
    assertThat(corpus.questions(100_000, 1, 72))
        .filteredOn(one -> !questions.contains(one))
        .hasSizeGreaterThan(60);
    assertThat(new HashSet<>(questions)).hasSizeGreaterThan(60);
  }

  @Test
  void run_measuresAllOfIt_andNoQuotationIsStopped(@TempDir Path folder) throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    Workplace workplace = new Workplace(terminal, InstantSource.system(), Conversation.MIGRATIONS);
    BenchRun.Figures figures =
        new BenchRun(workplace, corpus, 40, 18, 36, false).run(folder, Main.class);
    assertThat(figures.micros()).hasSize(18).isSorted();
    assertThat(figures.answered()).isBetween(5, 18);
    assertThat(figures.passed()).isPositive();
    assertThat(figures.stopped()).isZero();
    assertThat(figures.first()).isPositive();
    assertThat(figures.rawMicros()).isPositive();
    assertThat(figures.start().first()).isPositive();
    assertThat(figures.twoThreads()).isPositive();
  }

  @Test
  void folder_filledInBulk_answersLikeOneThatWasUnderstood(@TempDir Path folder) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    Workplace workplace = new Workplace(terminal, InstantSource.system(), Conversation.MIGRATIONS);
    try (Engine engine = workplace.engine(DataFolder.at(folder))) {
      new BenchBulk(workplace, corpus).fill(engine, 30);
      assertThat(engine.findings(true)).isEmpty();
      assertThat(engine.articles().count()).isEqualTo(30);
      Asking asking =
          new Asking(BenchCorpus.NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty());
      assertThat(corpus.questions(30, 0, 36))
          .filteredOn(one -> engine.answers().answer(one, asking) instanceof Answer.Found)
          .hasSizeGreaterThan(9);
      assertThat(engine.gate().passed()).isPositive();
      assertThat(engine.gate().stopped()).isZero();
    }
  }

  @Test
  void polling_storesEveryItemAndAsksOnlyForWhatHasChanged(@TempDir Path folder) throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    Workplace workplace = new Workplace(terminal, InstantSource.system(), Conversation.MIGRATIONS);
    BenchPolling.Figures figures = new BenchPolling(workplace).run(folder, 40, 2, 1);
    assertThat(figures.articles()).isEqualTo(80 + 100);
    assertThat(figures.unchanged()).isEqualTo(40);
    assertThat(figures.delays()).hasSize(100).isSorted();
    assertThat(figures.percentile(95)).isPositive();
  }

  @Test
  void topics_areMatchedAsByEveryQuery() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    Workplace workplace = new Workplace(terminal, InstantSource.system(), Conversation.MIGRATIONS);
    BenchTopics.Figures figures = new BenchTopics(workplace).measure(300, 80, 20);
    assertThat(figures.topics()).isGreaterThan(250);
    assertThat(figures.matches()).isPositive();
    assertThat(figures.micros()).hasSize(80).isSorted();
    assertThat(figures.sample()).isEqualTo(20);
    assertThat(figures.different()).isZero();
  }
}
