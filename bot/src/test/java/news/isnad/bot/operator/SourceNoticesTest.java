package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SourceNoticesTest {
  private static final long CHAT = -77;
  private static final Polled FAILURE =
      new Polled.Failure(ErrorKind.STATUS, "the server answered 500");

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations", "news/isnad/bot/migrations", Memory.MIGRATIONS);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private SqlSourceCatalogue sources;
  private SourceNotices notices;

  @BeforeEach
  void open() {
    sources = new SqlSourceCatalogue(database.get(), clock);
    notices = notices(Optional.of(CHAT));
  }

  private SourceNotices notices(Optional<Long> chat) {
    return new SourceNotices(
        sources,
        database.get(),
        new Preferences(database.get()),
        new Composer(ZoneOffset.UTC, (entity, language) -> Optional.empty()),
        new Outbox(database.get(), clock, new ChatListener() {}),
        chat,
        clock);
  }

  private Source add(String name) {
    URI address = URI.create("https://" + name + ".example/feed");
    return sources.add(name, address, Source.Kind.FEED, Optional.empty(), "tester").source();
  }

  private void poll(Source source, Polled polled, int times) {
    for (int i = 0; i < times; i++) {
      sources.record(source.id(), clock.instant(), polled, clock.instant());
      clock.advance(Duration.ofMinutes(40));
    }
  }

  private List<String> told() {
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT content FROM outbox WHERE chat = :chat ORDER BY created")
                    .bind("chat", CHAT)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void sourceThatGoesBad_isToldOnceAndOnceWhenItRecovers() {
    Source source = add("harbour");
    poll(source, FAILURE, 2);
    assertThat(notices.step()).isFalse();
    poll(source, FAILURE, 3);
    assertThat(notices.step()).isTrue();
    poll(source, FAILURE, 20);
    assertThat(notices.step()).isFalse();
    assertThat(told()).singleElement().asString().contains("harbour", "The server answered 500.");
    poll(source, new Polled.Unchanged(), 1);
    assertThat(notices.step()).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(notices.step()).isFalse();
    assertThat(told()).hasSize(2);
    assertThat(told().getLast()).contains("Well again", "harbour");
  }

  @Test
  void manySourcesAtOnce_areOneNotice() {
    for (int i = 0; i < 50; i++) {
      Source source = add("s" + i);
      for (int poll = 0; poll < 3; poll++) {
        sources.record(source.id(), clock.instant(), FAILURE, clock.instant());
      }
    }
    clock.advance(Duration.ofHours(1));
    assertThat(notices.step()).isTrue();
    assertThat(told()).singleElement().asString().contains("Sources: 50 with trouble");
  }

  @Test
  void sourceThatComesAndGoes_isNotToldEveryTime() {
    Source source = add("harbour");
    for (int i = 0; i < 6; i++) {
      poll(source, FAILURE, 4);
      notices.step();
      poll(source, new Polled.Unchanged(), 1);
      notices.step();
    }
    // 20 hours: one notice of each kind in the first, and no other pair within six hours.
    assertThat(told().size()).isLessThanOrEqualTo(6);
  }

  @Test
  void notice_isInTheLanguageOfTheChat() {
    database
        .get()
        .inTransaction(
            handle ->
                handle.execute("INSERT INTO preference (owner, language) VALUES (?, 'ar')", CHAT));
    poll(add("harbour"), FAILURE, 4);
    notices.step();
    assertThat(told()).singleElement().asString().contains("تعذرت قراءة");
  }

  @Test
  void withoutChat_nothingIsTold() {
    poll(add("harbour"), FAILURE, 4);
    assertThat(notices(Optional.empty()).step()).isFalse();
  }
}
