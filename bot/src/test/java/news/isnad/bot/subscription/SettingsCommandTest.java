package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import news.isnad.bot.compose.AnswerLength;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsCommandTest {
  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations", Memory.MIGRATIONS, Subscriptions.MIGRATIONS);

  private Schedules schedules;
  private Room room;

  @BeforeEach
  void open() {
    schedules = new Schedules(database.get(), ZoneId.of("Z"));
    room = new Room(database.get());
    room.zones = schedules::zone;
    room.open(
        database.get(),
        List.of(new SettingsCommand(schedules, room.memory().preferences(), room.composer)));
  }

  private Message press(long person, long chat, String choice) {
    List<Outgoing> said = room.press(person, chat, "1:set:" + choice);
    assertThat(said).hasSize(2);
    return ((Call.EditMessage) said.get(1).call()).message();
  }

  private static List<String> marked(Message menu) {
    return menu.buttons().stream()
        .flatMap(List::stream)
        .map(Button::text)
        .filter(label -> label.startsWith("✓"))
        .toList();
  }

  @Test
  void menu_looksSo() {
    for (String language : List.of("ar", "en")) {
      Golden.assertThatMatches(
          SettingsCommandTest.class,
          language + "-settings",
          Room.message(
              room.handle(room.text(Room.READER, Room.READER, language, "/settings", false))));
    }
  }

  @Test
  void button_changesTheMessageInPlaceAndCounts() {
    assertThat(press(Room.READER, Room.READER, "zone.riyadh").html()).contains("Asia/Riyadh");
    assertThat(schedules.zone(Room.READER)).isEqualTo(ZoneId.of("Asia/Riyadh"));
    press(Room.READER, Room.READER, "hour.18");
    assertThat(schedules.of(Room.READER).usual().text()).isEqualTo("at 18:00");
    press(Room.READER, Room.READER, "length.short");
    assertThat(room.memory().preferences().length(Room.READER)).isEqualTo(AnswerLength.SHORT);
    Message arabic = press(Room.READER, Room.READER, "lang.ar");
    assertThat(arabic.html()).startsWith(Messages.in(Language.ARABIC).text("settings"));
    assertThat(marked(arabic)).hasSize(4);
    assertThat(room.memory().preferences().chosen(Room.READER)).contains(Language.ARABIC);
    press(Room.READER, Room.READER, "hour.now");
    assertThat(schedules.of(Room.READER).usual()).isEqualTo(new Schedule.AtOnce());
  }

  @Test
  void zone_countsForQuestions() {
    press(Room.READER, Room.READER, "zone.dubai");
    room.write(Room.READER, "What was said yesterday?");
    room.write(Room.ADMINISTRATOR, "What was said yesterday?");
    assertThat(room.asked.getFirst().zone()).isEqualTo(ZoneId.of("Asia/Dubai"));
    assertThat(room.asked.getLast().zone()).isEqualTo(ZoneId.of("Z"));
  }

  @Test
  void otherZone_isTyped() {
    assertThat(Room.message(room.press(Room.READER, Room.READER, "1:set:zone.other")).html())
        .isEqualTo(Messages.in(Language.ENGLISH).say("settings.prompt").html());
    assertThat(Room.message(room.write(Room.READER, "بيروت")).html()).contains("Asia/Beirut");
    assertThat(schedules.zone(Room.READER)).isEqualTo(ZoneId.of("Asia/Beirut"));
    Room.message(room.write(Room.READER, "/set nowhere at all"));
    assertThat(schedules.zone(Room.READER)).isEqualTo(ZoneId.of("Asia/Beirut"));
  }

  @Test
  void zoneThatIsNone_mayBeTypedAgain_andCancelEndsIt() {
    room.press(Room.READER, Room.READER, "1:set:zone.other");
    assertThat(Room.message(room.write(Room.READER, "Atlantis")).html()).contains("no time zone");
    assertThat(Room.message(room.write(Room.READER, "Cairo")).html()).contains("Africa/Cairo");
    assertThat(schedules.zone(Room.READER)).isEqualTo(ZoneId.of("Africa/Cairo"));
    room.press(Room.READER, Room.READER, "1:set:zone.other");
    room.write(Room.READER, "Atlantis");
    assertThat(Room.message(room.write(Room.READER, "/cancel")).html()).isEqualTo("Cancelled.");
  }

  @Test
  void commandWithAnArgumentThatIsNone_startsNoExchange() {
    room.write(Room.READER, "/set nowhere at all");
    assertThat(Room.message(room.write(Room.READER, "/cancel")).html()).contains("nothing");
  }

  @Test
  void group_isForItsAdministrators() {
    assertThat(room.press(Room.READER, Room.GROUP, "1:set:length.short")).hasSize(1);
    assertThat(room.memory().preferences().length(Room.GROUP)).isEqualTo(AnswerLength.FULL);
    press(Room.ADMINISTRATOR, Room.GROUP, "length.short");
    assertThat(room.memory().preferences().length(Room.GROUP)).isEqualTo(AnswerLength.SHORT);
    assertThat(room.memory().preferences().length(Room.ADMINISTRATOR)).isEqualTo(AnswerLength.FULL);
  }

  @Test
  void forgedButton_changesNothing() {
    for (String forged :
        List.of("", ".", "zone.mars", "hour.99", "length.FULL", "lang.xx", "x.y")) {
      assertThat(Room.notice(room.press(Room.READER, Room.READER, "1:set:" + forged)))
          .isEqualTo(Messages.in(Language.ENGLISH).text("button.unknown"));
    }
  }

  @Test
  void shortAnswer_showsOnePassageAndTheOthersOnDemand() {
    Message full = Room.message(room.write(Room.READER, "Will the port close?"));
    press(Room.READER, Room.READER, "length.short");
    Message brief = Room.message(room.write(Room.READER, "Will the port close?"));
    assertThat(full.html()).contains("<blockquote expandable>");
    assertThat(brief.html()).doesNotContain("expandable").startsWith(full.html().substring(0, 40));
    String rest = Room.data(brief, "rest");
    assertThat(
            Room.message(room.press(Room.READER, Room.READER, rest))
                .html()
                .split("<blockquote>", -1))
        .hasSize(4);
  }
}
