package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.TryOut;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCommandsTest {
  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations",
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          SourceCommands.MIGRATIONS);

  private Room room;
  private SqlSourceCatalogue sources;
  private SourceTrials trials;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    sources = new SqlSourceCatalogue(database.get(), room.clock);
    trials =
        new SourceTrials(
            new SourceTrials.Parts(
                database.get(),
                sources,
                (address, stages) -> {
                  throw new AssertionError("nobody looks here");
                },
                new Outbox(database.get(), room.clock, new ChatListener() {}),
                room.composer,
                room.clock));
    room.open(
        database.get(),
        SourceCommands.all(
            new SourceCommands.Parts(
                database.get(),
                sources,
                trials,
                new Audit(database.get(), room.clock),
                room.composer)));
    Source post = track("The Harbour Post", "https://harbour.example/feed");
    Source sahel = track("مرصد الساحل", "https://sahel.example/");
    Instant read = Instant.parse("2026-03-15T08:50:00Z");
    sources.record(
        post.id(), read, new Polled.Success(Optional.empty(), Optional.empty(), 3), read);
    sources.record(sahel.id(), read, new Polled.Failure(ErrorKind.STATUS, "503 <html>"), read);
  }

  private Source track(String name, String address) {
    return sources
        .add(name, URI.create(address), Source.Kind.FEED, Optional.empty(), "tester")
        .source();
  }

  private String said(String text) {
    return StrictHtml.check(Room.message(room.write(Room.OWNER, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/addsource https://x.example/feed", "/removesource x", "/sourcestatus"})
  void others_areRefused(String text) {
    assertThat(Room.message(room.write(Room.READER, text)).html()).startsWith("Only the operators");
    assertThat(Room.message(room.writeInGroup(Room.ADMINISTRATOR, text, false)).html())
        .startsWith("Only the operators");
    assertThat(trials.rows().asked()).isEmpty();
    assertThat(sources.list()).hasSize(2);
  }

  @Test
  void addition_takesAnAddressWithOrWithoutScheme() {
    said("/addsource https://x.example/feed");
    said("/addsource x.example/news Harbour  news");
    assertThat(trials.rows().asked())
        .extracting(TrialRows.Trial::address)
        .containsExactly("https://x.example/feed", "https://x.example/news");
    assertThat(trials.rows().asked().getLast().name()).contains("Harbour news");
    assertThat(said("/addsource harbour.example/feed"))
        .isEqualTo("Already tracked: \u2068The Harbour Post\u2069.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x.example/", "javascript:alert(1)", "http:///", "two words", "<b>"})
  void addition_ofWhatIsNoAddress_isRefusedAtOnce(String typed) {
    assertThat(said("/addsource " + typed)).startsWith("Not tracked: that is no web address.");
    assertThat(trials.rows().asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TryOut.Why.class)
  void refusal_saysWhyAndWhatToDoInBothLanguages(TryOut.Why why) {
    TryOut.Refusal refusal = new TryOut.Refusal(why, "<title>\u202E");
    String english = StrictHtml.check(trials.words().refused(refusal, Language.ENGLISH));
    assertThat(english).startsWith("Not tracked: ").contains(". ");
    String arabic = StrictHtml.check(trials.words().refused(refusal, Language.ARABIC));
    assertThat(arabic).startsWith("لم يُتابَع: ").contains(". ");
    boolean last = why == TryOut.Why.NEWSLESS;
    assertThat(english.contains("neither a feed nor an article")).isEqualTo(last);
  }

  @Test
  void argument_isAskedFor() {
    assertThat(said("/addsource")).startsWith("Which address?");
    said("x.example");
    assertThat(trials.rows().asked())
        .singleElement()
        .extracting(TrialRows.Trial::address)
        .isEqualTo("https://x.example");
    assertThat(said("/removesource")).startsWith("Which source?");
  }

  @Test
  void removal_asksOnceAndCanBeTakenBack() {
    Message asked = Room.message(room.write(Room.OWNER, "/removesource the harbour post"));
    assertThat(sources.list()).hasSize(2);
    assertThat(Room.notice(room.press(Room.READER, Room.OWNER, Room.data(asked, "rmsource"))))
        .startsWith("Only the operators");
    var removed = room.press(Room.OWNER, Room.OWNER, Room.data(asked, "rmsource"));
    assertThat(sources.list()).hasSize(1);
    Message done = ((Call.EditMessage) removed.get(1).call()).message();
    assertThat(done.html()).startsWith("No longer tracked");
    room.press(Room.OWNER, Room.OWNER, Room.data(done, "undosource"));
    assertThat(sources.find("The Harbour Post").orElseThrow().itemsSeen()).isEqualTo(3);
    assertThat(sources.list()).hasSize(2);
  }

  @Test
  void removal_canBeDroppedAndNamesWhatItDoesNotKnow() {
    Message asked =
        Room.message(room.write(Room.OWNER, "/removesource https://harbour.example/feed"));
    room.press(Room.OWNER, Room.OWNER, Room.data(asked, "keepsource"));
    assertThat(sources.list()).hasSize(2);
    assertThat(said("/removesource nobody")).startsWith("No source has the name");
  }

  @Test
  void status_showsEverySourceInBothLanguages() {
    Golden.assertThatMatches(
        SourceCommandsTest.class,
        "en-sourcestatus",
        Room.message(room.write(Room.OWNER, "/sourcestatus")));
    Golden.assertThatMatches(
        SourceCommandsTest.class,
        "ar-sourcestatus",
        Room.message(room.handle(room.text(Room.OWNER, Room.OWNER, "ar", "/sourcestatus", false))));
    sources.list().forEach(source -> sources.remove(source.name()));
    assertThat(said("/sourcestatus")).startsWith("No sources yet");
  }

  @Test
  void help_showsOperatorsTheirCommandsToThemOnly() {
    assertThat(said("/help")).contains("/addsource");
    assertThat(Room.message(room.write(Room.READER, "/help")).html()).doesNotContain("/addsource");
  }
}
