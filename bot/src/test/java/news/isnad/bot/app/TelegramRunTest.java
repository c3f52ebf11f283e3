package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.terminal.Terminal;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question on Telegram, from the update to the reply, over the sample corpus. */
class TelegramRunTest {
  @TempDir Path folder;
  private final FakeTelegram telegram = new FakeTelegram();
  private final InstantSource clock = InstantSource.system();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void question_isAnsweredWithAnAttributedQuotation() throws IOException {
    ingestSamples();
    try (Engine engine = engine();
        RunningBot bot = new RunningBot(engine, settings(), clock)) {
      bot.start();
      telegram.say(5, "en", "What did Odile Renn say about inflation?");
      String english = said(5);
      assertThat(english)
          .contains("<blockquote>")
          .contains("Inflation is coming down by the stairs")
          .contains("Odile Renn")
          .contains("direct quote");
      telegram.say(6, "ar", "كم عدد قتلى انهيار الرافعة؟");
      assertThat(said(6)).contains("المصدر:").contains("<blockquote>");
      telegram.say(7, "en", "What did Ulrika Stenqvist say about volcanoes?");
      said(7);
      assertPagesCountAndNameNobody(new RunPages(bot.run(), clock));
      telegram.addGroup(-70, "Desk");
      telegram.sayIn(-70, 5, "en", "just talking", Optional.empty());
      telegram.sayIn(
          -70, 5, "en", "/ask What did Odile Renn say about inflation?", Optional.empty());
      assertThat(said(-70)).contains("Odile Renn");
      assertThat(telegram.said(-70)).hasSize(1);
      String typed = telegram.type(8, "ar", "Odile Renn inflation");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> telegram.answeredQueries().containsKey(typed));
      assertThat(telegram.answeredQueries().get(typed).at("/results/0/title").asText())
          .contains("Odile Renn");
      oddUpdates_areLivedWith();
      assertThat(telegram.unknownFields()).isEmpty();
      await().atMost(Duration.ofSeconds(20)).until(() -> !telegram.commands().isEmpty());
      bot.end();
    }
  }

  /** What a server may send that nobody typed so; what comes after it is answered. */
  private void oddUpdates_areLivedWith() {
    for (String kind : List.of("business_message", "chat_join_request", "not_yet_invented")) {
      telegram.injectRaw(
          "{\"update_id\":%d,\""
              + kind
              + "\":{\"chat\":{\"id\":9,\"type\":\"private\"},\"text\":\"/start\",\"from\":{\"id\":9}}}");
    }
    telegram.addChannel(-1001234L, "Quay Radio");
    telegram.news().post(-1001234L, "/ask What did Odile Renn say?");
    telegram.say(9, "en", "/start ref_-1?a=b&c=<d>%20");
    assertThat(said(9)).contains("I answer questions");
    assertThat(telegram.said(9)).hasSize(1);
    assertThat(telegram.said(-1001234L)).isEmpty();

    telegram.say(10, "en", "What did Odile Renn say about inflation?");
    said(10);
    FakeTelegram.Shown question = telegram.messages(10).getFirst();
    telegram.edit(10, question.id(), "كم عدد قتلى انهيار الرافعة؟");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> telegram.said(10).getLast().contains("المصدر:"));
    assertThat(telegram.said(10)).hasSize(1);

    // An old button on a message that is gone, and one that carries what nobody wrote.
    FakeTelegram.Shown answer = telegram.messages(10).getLast();
    String data = answer.markup().at("/inline_keyboard/0/0/callback_data").asText();
    telegram.deleteMessage(10, answer.id());
    List<String> presses =
        List.of(
            telegram.press(10, answer.id(), 10, data),
            telegram.press(10, answer.id(), 10, "2:who:knows"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> telegram.answeredQueries().keySet().containsAll(presses));
  }

  private static void assertPagesCountAndNameNobody(RunPages pages) {
    for (Metric metric : Metric.values()) {
      boolean bySource =
          metric == Metric.INGEST_LAG_SECONDS || metric == Metric.SOURCE_ERRORS_TOTAL;
      assertThat(bySource || pages.metrics().contains("\n" + metric.key() + " "))
          .as(metric.key())
          .isTrue();
    }
    assertThat(pages.health().well()).isTrue();
    assertThat(pages.readiness().well()).isTrue();
    assertThat(pages.metrics())
        .contains("isnad_answers_total 2\n", "isnad_abstentions_total 1\n")
        .contains("isnad_quotations_stopped_total 0\n", "isnad_index_waiting 0\n")
        .contains("isnad_telegram_too_fast_total 0\n", "isnad_inbox_aside 0\n")
        .containsPattern("isnad_quotations_passed_total [1-9]")
        .containsPattern("isnad_outbox_oldest_seconds \\d")
        .containsPattern("isnad_telegram_silent_seconds \\d")
        .containsPattern("isnad_memory_used_bytes [1-9]")
        .containsPattern("isnad_data_bytes [1-9]")
        .containsPattern("isnad_disk_free_bytes [1-9]")
        .contains("isnad_inbox_put_off_total 0\n")
        .doesNotContain("Renn", "Stenqvist", FakeTelegram.TOKEN);
  }

  @Test
  void readiness_isMissingBeforeTheStart() {
    try (Engine engine = engine();
        RunningBot bot = new RunningBot(engine, settings(), clock)) {
      RunPages pages = new RunPages(bot.run(), clock);
      assertThat(pages.readiness()).isEqualTo(new Health.State(false, "starting"));
      assertThat(pages.metrics()).contains("isnad_articles 0\n");
    }
  }

  @Test
  void revokedToken_endsWithTwo() {
    telegram.revokeToken();
    try (Engine engine = engine();
        RunningBot bot = new RunningBot(engine, settings(), clock)) {
      assertThat(bot.run().run()).isEqualTo(2);
    }
  }

  private String said(long chat) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                telegram.transcript("sendMessage").stream()
                    .filter(one -> one.body().path("chat_id").asLong() == chat)
                    .map(one -> one.body().path("text").asText())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Engine engine() {
    return FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
  }

  private Settings settings() {
    return RunningBot.settings(folder, telegram, Map.of());
  }

  private void ingestSamples() throws IOException {
    Path file = folder.resolve("sample.jsonl");
    try (InputStream in = Terminal.class.getResourceAsStream("sample.jsonl")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), none, none);
    assertThat(
            Main.execute(terminal, clock, "ingest", file.toString(), "--data", folder.toString()))
        .isZero();
  }
}
