package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.operator.SourceDesk.Outcome;
import news.isnad.bot.operator.SourceDesk.Reason;
import news.isnad.bot.operator.SourceDesk.Tracked;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCommandsTest {
  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Memory.MIGRATIONS, SourceCommands.MIGRATIONS);

  private final Desk desk = new Desk();
  private Room room;

  /** A desk with what it was given on it. */
  private static final class Desk implements SourceDesk {
    final List<Tracked> tracked = new ArrayList<>();
    final List<URI> added = new ArrayList<>();
    Outcome outcome = new Outcome.Added("The Harbour Post", 12);

    @Override
    public Outcome add(URI address, long by) {
      assertThat(by).isEqualTo(Room.OWNER);
      added.add(address);
      return outcome;
    }

    @Override
    public boolean remove(URI address, long by) {
      return tracked.removeIf(each -> each.address().equals(address));
    }

    @Override
    public List<Tracked> find(String nameOrAddress) {
      return tracked.stream()
          .filter(
              each ->
                  each.name().equalsIgnoreCase(nameOrAddress)
                      || each.address().toString().equals(nameOrAddress))
          .toList();
    }

    @Override
    public List<Tracked> tracked() {
      return List.copyOf(tracked);
    }
  }

  private static Tracked tracked(String name, String address, String trouble) {
    return new Tracked(
        name,
        URI.create(address),
        3,
        Optional.of(Instant.parse("2026-03-15T08:50:00Z")),
        Optional.of(trouble).filter(text -> !text.isEmpty()));
  }

  @BeforeEach
  void open() {
    room = new Room(database.get());
    room.open(database.get(), SourceCommands.all(desk, database.get(), room.composer));
    desk.tracked.add(tracked("The Harbour Post", "https://harbour.example/feed", ""));
    desk.tracked.add(tracked("مرصد الساحل", "https://sahel.example/", "503 <html>"));
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
    assertThat(desk.added).isEmpty();
  }

  @Test
  void addition_takesAnAddressWithOrWithoutScheme() {
    assertThat(said("/addsource https://x.example/feed"))
        .isEqualTo("Tracked from now on: \u2068The Harbour Post\u2069 (12 items now).");
    said("/addsource x.example/news");
    assertThat(desk.added)
        .containsExactly(
            URI.create("https://x.example/feed"), URI.create("https://x.example/news"));
    desk.outcome = new Outcome.Known("The Harbour Post");
    assertThat(said("/addsource x.example")).startsWith("Already tracked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x.example/", "javascript:alert(1)", "http:///", "two words", "<b>"})
  void addition_ofWhatIsNoAddress_neverReachesTheDesk(String typed) {
    assertThat(said("/addsource " + typed)).startsWith("Not tracked: that is no web address.");
    assertThat(desk.added).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void refusal_saysWhyInBothLanguages(Reason reason) {
    desk.outcome = new Outcome.Refused(reason, "<title>\u202E");
    assertThat(said("/addsource x.example")).startsWith("Not tracked: ");
    String arabic =
        StrictHtml.check(
            Room.message(
                room.handle(
                    room.text(Room.OWNER, Room.OWNER, "ar", "/addsource x.example", false))));
    assertThat(arabic).startsWith("لم يُتابَع: ");
  }

  @Test
  void argument_isAskedFor() {
    assertThat(said("/addsource")).startsWith("Which address?");
    said("x.example");
    assertThat(desk.added).containsExactly(URI.create("https://x.example"));
    assertThat(said("/removesource")).startsWith("Which source?");
  }

  @Test
  void removal_asksOnceAndCanBeTakenBack() {
    Message asked = Room.message(room.write(Room.OWNER, "/removesource the harbour post"));
    assertThat(desk.tracked).hasSize(2);
    assertThat(Room.notice(room.press(Room.READER, Room.OWNER, Room.data(asked, "rmsource"))))
        .startsWith("Only the operators");
    var removed = room.press(Room.OWNER, Room.OWNER, Room.data(asked, "rmsource"));
    assertThat(desk.tracked).hasSize(1);
    Message done = ((Call.EditMessage) removed.get(1).call()).message();
    assertThat(done.html()).startsWith("No longer tracked");
    room.press(Room.OWNER, Room.OWNER, Room.data(done, "undosource"));
    assertThat(desk.added).contains(URI.create("https://harbour.example/feed"));
  }

  @Test
  void removal_canBeDroppedAndNamesWhatItDoesNotKnow() {
    Message asked =
        Room.message(room.write(Room.OWNER, "/removesource https://harbour.example/feed"));
    room.press(Room.OWNER, Room.OWNER, Room.data(asked, "keepsource"));
    assertThat(desk.tracked).hasSize(2);
    assertThat(said("/removesource nobody")).startsWith("No source has the name");
    desk.tracked.add(tracked("The Harbour Post", "https://other.example/feed", ""));
    assertThat(said("/removesource The Harbour Post")).contains("https://other.example/feed");
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
    desk.tracked.clear();
    assertThat(said("/sourcestatus")).startsWith("No sources yet");
  }

  @Test
  void help_showsOperatorsTheirCommandsToThemOnly() {
    assertThat(said("/help")).contains("/addsource");
    assertThat(Room.message(room.write(Room.READER, "/help")).html()).doesNotContain("/addsource");
  }
}
