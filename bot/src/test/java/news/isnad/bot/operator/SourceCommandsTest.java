package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Roles;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
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
    List<Command> commands = new ArrayList<>();
    commands.add(
        SourceCommands.tracked(
            sources,
            OtherSources.NONE,
            room.articles,
            new Access(Set.of(), Set.of(Room.OWNER), (person, group) -> false, Roles.NONE),
            room.composer));
    commands.addAll(
        SourceCommands.all(
            new SourceCommands.Parts(
                database.get(),
                sources,
                trials,
                new Audit(database.get(), room.clock),
                room.composer,
                () -> {},
                OtherSources.NONE,
                PlacedIds.in(database.get()))));
    room.open(database.get(), commands);
    Source post = track("The Harbour Post", "https://harbour.example/feed");
    Source sahel = track("مرصد الساحل", "https://sahel.example/");
    Instant read = Instant.parse("2026-03-15T08:50:00Z");
    sources.record(
        post.id(), read, new Polled.Success(Optional.empty(), Optional.empty(), 3), read);
    sources.record(
        sahel.id(),
        read,
        new Polled.Failure(ErrorKind.STATUS, "no such host: sahel<b>.example"),
        read);
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
  void list_isForEverybodyAndShowsOperatorsTheNumbers() {
    sources.pause(sources.find("مرصد الساحل").orElseThrow().id(), true);
    golden("sources-of-reader", Room.READER, "/sources");
    golden("sources-of-operator", Room.OWNER, "/sources");
    assertThat(Room.message(room.write(Room.READER, "/sources harbour")).html())
        .contains("Sources with “\u2068harbour\u2069”: 1", "The Harbour Post")
        .doesNotContain("الساحل");
  }

  @Test
  void list_hasPagesInOneMessage() {
    for (int i = 10; i < 40; i++) {
      track("Feed " + i, "https://many.example/" + i);
    }
    Message first = Room.message(room.write(Room.READER, "/sources"));
    assertThat(first.html()).contains("Feed 10", "Feed 24").doesNotContain("Feed 25");
    Message second = Room.edited(room.press(Room.READER, Room.READER, Room.data(first, "sources")));
    assertThat(second.html()).contains("Feed 25", "Feed 39").doesNotContain("Feed 24");
    assertThat(Room.message(room.write(Room.READER, "/sources feed")).html())
        .contains("And 15 more");
  }

  @Test
  void status_showsThoseWithTroubleInBothLanguages() {
    golden("sourcestatus", Room.OWNER, "/sourcestatus");
    sources.list().forEach(source -> sources.remove(source.name()));
    assertThat(said("/sourcestatus")).startsWith("No sources yet");
  }

  @Test
  void status_ofOneTellsAllThatIsKnown() {
    golden("sourcestatus-one", Room.OWNER, "/sourcestatus harbour");
    golden("sourcestatus-failing", Room.OWNER, "/sourcestatus #2");
    assertThat(said("/sourcestatus nobody")).startsWith("No source has the number");
  }

  @Test
  void pauseAndGoingOn_areDoneByTheButtonsOfWhoAsked() {
    Message menu = Room.message(room.write(Room.OWNER, "/sourcestatus harbour post"));
    String pause = Room.data(menu, "srcpause");
    Message paused = Room.edited(room.press(Room.OWNER, Room.OWNER, pause));
    assertThat(paused.html()).contains("State: paused");
    assertThat(post().paused()).isTrue();
    room.press(Room.OWNER, Room.OWNER, pause);
    assertThat(audit()).containsExactly("PAUSE_SOURCE https://harbour.example/feed");
    assertThat(Room.notice(room.press(Room.OWNER, Room.GROUP, pause))).startsWith("This button");
    room.press(Room.OWNER, Room.OWNER, Room.data(paused, "srcgoon"));
    assertThat(post().paused()).isFalse();
    assertThat(audit()).hasSize(2);
  }

  @Test
  void nameAndOutlet_areTheNextWords() {
    Message menu = Room.message(room.write(Room.OWNER, "/sourcestatus harbour post"));
    room.press(Room.OWNER, Room.OWNER, Room.data(menu, "srcname"));
    assertThat(said("Quay Post")).startsWith("Renamed");
    assertThat(sources.find("quay post")).isPresent();
    room.press(Room.OWNER, Room.OWNER, Room.data(menu, "srcoutlet"));
    assertThat(said("The Harbour Group")).contains("credited to \u2068The Harbour Group\u2069");
    assertThat(sources.find("quay post").orElseThrow().outlet()).contains("The Harbour Group");
    room.press(Room.OWNER, Room.OWNER, Room.data(menu, "srcoutlet"));
    assertThat(said("-")).contains("the outlet that their pages name");
    assertThat(sources.find("quay post").orElseThrow().outlet()).isEmpty();
    assertThat(audit())
        .containsExactly(
            "RENAME_SOURCE https://harbour.example/feed → Quay Post",
            "MOVE_SOURCE https://harbour.example/feed → The Harbour Group",
            "MOVE_SOURCE https://harbour.example/feed → -");
    assertThat(said("/namesource Something")).startsWith("Which source?");
  }

  @Test
  void removal_isAskedForInBothLanguages() {
    golden("removesource", Room.OWNER, "/removesource the harbour post");
    assertThat(said("/removesource nobody")).startsWith("No source has the number");
    assertThat(sources.list()).hasSize(2);
  }

  private Source post() {
    return sources.find("The Harbour Post").orElseThrow();
  }

  private List<String> audit() {
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT deed || ' ' || details FROM audit ORDER BY sequence")
                    .mapTo(String.class)
                    .list());
  }

  private void golden(String name, long person, String text) {
    Golden.assertThatMatches(
        SourceCommandsTest.class, "en-" + name, still(room.write(person, text)));
    Golden.assertThatMatches(
        SourceCommandsTest.class,
        "ar-" + name,
        still(room.handle(room.text(person, person, "ar", text, false))));
  }

  /** With the same ids each time. */
  private static Message still(List<Outgoing> said) {
    Message message = Room.message(said);
    return message.withButtons(
        message.buttons().stream()
            .map(
                row ->
                    row.stream()
                        .map(Button.Callback.class::cast)
                        .<Button>map(
                            button ->
                                new Button.Callback(
                                    button.text(),
                                    button.data().replaceFirst(":[A-Za-z0-9_-]{11}$", ":ID")))
                        .toList())
            .toList());
  }

  @Test
  void help_showsOperatorsTheirCommandsToThemOnly() {
    assertThat(said("/help")).contains("/addsource");
    assertThat(Room.message(room.write(Room.READER, "/help")).html()).doesNotContain("/addsource");
  }
}
