package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Roles;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.telegram.Incoming;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People arrange their alerts, and what they see is what Telegram shows them. */
class ManagedAlertsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int MOST = 3;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final FakeTelegram telegram = new FakeTelegram(clock, 0);
  private final HttpTelegramApi api = telegram.api();
  private AlertWorld world;
  private Room room;
  private int stories;
  private long updates = 900_000;

  @BeforeEach
  void open() {
    world = new AlertWorld(folder, clock, api, Runnable::run);
    room = new Room(world.database);
    List<Command> commands =
        new ArrayList<>(
            SubscriptionCommands.all(
                new SubscriptionCommands.Parts(
                    world.database,
                    world.subscriptions,
                    world.topics,
                    world.articles,
                    ScannedArticles.of(world.articles),
                    AlertWorld::statements,
                    world.memory,
                    world.composer,
                    MOST)));
    commands.addAll(
        AlertCommands.all(
            world.parts,
            new Access(
                Set.of(),
                Set.of(Room.OWNER),
                (person, group) -> person == Room.ADMINISTRATOR,
                Roles.NONE)));
    room.open(world.database, commands);
    telegram.addPrivateChat(Room.READER, "R");
    telegram.addForum(Room.GROUP, "G", 5, 6);
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
    telegram.close();
  }

  /** What the bot said goes out, and what is due by then. */
  private void out(List<Outgoing> said) {
    world.outbox.enqueue(
        said.stream().filter(each -> !(each.call() instanceof Call.AnswerCallback)).toList());
    world.run(clock, SOON);
  }

  private Shown written(String text) {
    room.clock.set(clock.instant());
    out(room.writeInGroup(Room.ADMINISTRATOR, text, false));
    return last(Room.GROUP);
  }

  private List<Shown> messages(long chat) {
    return telegram.messages(chat).stream().filter(Shown::ours).toList();
  }

  private Shown last(long chat) {
    return messages(chat).getLast();
  }

  private static String data(Shown message, String action) {
    for (JsonNode row : message.markup().path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("callback_data").asText().startsWith("1:" + action + ":")) {
          return button.path("callback_data").asText();
        }
      }
    }
    throw new AssertionError("no " + action + " under " + message.text());
  }

  /** What the message with the button shows afterwards. */
  private Shown pressed(Shown message, String action) {
    return pressedData(message, data(message, action));
  }

  private Shown pressedData(Shown message, String data) {
    room.clock.set(clock.instant());
    long update = updates++;
    out(
        room.handle(
            new Incoming.ButtonPress(
                update,
                "callback-" + update,
                data,
                Room.person(Room.ADMINISTRATOR, "en"),
                Optional.of(Room.chat(Room.GROUP)),
                message.thread(),
                Optional.of(message.id()),
                true)));
    return telegram.messages(Room.GROUP).stream()
        .filter(each -> each.id() == message.id())
        .findFirst()
        .orElseThrow();
  }

  private void subscribe(String words) {
    assertThat(pressed(written("/subscribe " + words), "sub").text()).startsWith("Subscribed");
  }

  private void arrives(String title) {
    world.arrive(++stories, "Island Ledger", title, title + ". It was on Monday.");
    world.run(clock, SOON);
  }

  private Shown entry() {
    return pressed(written("/alerts"), "aone");
  }

  @Test
  void topic_isRehearsedToldAndChanged_inItsForumTopic() {
    arrives("Grain rots on the quay");
    Shown rehearsal = written("/subscribe grain quay");
    assertThat(rehearsal.text()).startsWith("Topic: ").contains("Grain rots on the quay");
    assertThat(rehearsal.thread()).contains(5L);
    pressed(rehearsal, "sub");
    arrives("More grain on the quay");
    assertThat(last(Room.GROUP).text()).startsWith("New: ").contains("More grain on the quay");
    assertThat(last(Room.GROUP).thread()).contains(5L);

    pressed(entry(), "aedit");
    Shown second = written("/subscribe grain -quay");
    assertThat(second.text()).startsWith("Topic: ");
    pressed(second, "subno");
    pressed(entry(), "aedit");
    room.clock.set(clock.instant());
    out(room.writeInGroup(Room.ADMINISTRATOR, "ferry", true));
    Shown changed = last(Room.GROUP);
    assertThat(changed.text()).startsWith("Topic: ").contains("ferry");
    assertThat(pressed(changed, "sub").text()).startsWith("Subscribed").contains("ferry");
    int before = messages(Room.GROUP).size();
    arrives("Yet more grain on the quay");
    assertThat(messages(Room.GROUP)).hasSize(before);
    arrives("Ferry leaves late");
    assertThat(last(Room.GROUP).text()).startsWith("New: ").contains("Ferry leaves late");
  }

  @Test
  void topic_movesToAnotherForumTopic() {
    subscribe("ferry");
    new ForumTopics(world.database).seen(Room.GROUP, 6, Optional.of("Sea desk"));
    new ForumTopics(world.database).seen(Room.GROUP, 5, Optional.of("Land desk"));
    Shown where = pressed(entry(), "awhere");
    pressedData(where, data(where, "amove").replaceAll("0$", "6"));
    arrives("Ferry leaves late");
    assertThat(last(Room.GROUP).text()).startsWith("New: ");
    assertThat(last(Room.GROUP).thread()).contains(6L);
  }

  @Test
  void deletedTopic_comesBackWithUndo() {
    subscribe("ferry");
    Shown ended = pressed(entry(), "aend");
    int before = messages(Room.GROUP).size();
    arrives("Ferry leaves late");
    assertThat(messages(Room.GROUP)).hasSize(before);
    pressed(ended, "aback");
    arrives("Ferry leaves early");
    assertThat(last(Room.GROUP).text()).startsWith("New: ").contains("Ferry leaves early");
  }

  @Test
  void limitOfTheChat_holdsWhenTwoAreConfirmedAtOnce() {
    subscribe("ferry");
    subscribe("grain");
    Shown third = written("/subscribe coal");
    Shown fourth = written("/subscribe tide");
    assertThat(pressed(third, "sub").text()).startsWith("Subscribed");
    assertThat(pressed(fourth, "sub").text()).startsWith("No room");
    assertThat(world.subscriptions.in(Room.GROUP)).hasSize(MOST);
  }

  @Test
  void file_takesTopicsToAnotherChat_whichIsTold() {
    subscribe("ferry -strike");
    written("/subscriptions");
    assertThat(last(Room.GROUP).text()).startsWith("[file] ");
    List<String> waiting =
        room.writeInGroup(Room.ADMINISTRATOR, "/subscriptions", false).stream()
            .map(Outgoing::call)
            .filter(Call.SendDocument.class::isInstance)
            .map(call -> ((Call.SendDocument) CallJson.read(CallJson.write(call))).content())
            .toList();
    assertThat(waiting).hasSize(1);
    out(room.sendFile(Room.READER, Room.READER, "-", waiting.getFirst()));
    assertThat(last(Room.READER).text()).startsWith("Taken in: 1 topic");
    arrives("Ferry strike");
    assertThat(messages(Room.READER)).hasSize(1);
    arrives("Ferry leaves late");
    assertThat(last(Room.READER).text()).startsWith("New: ").contains("Ferry leaves late");
  }

  @Test
  void alertAndBrief_areArrangedUnderTheAlert() {
    subscribe("ferry");
    arrives("Ferry leaves late");
    Shown alert = last(Room.GROUP);
    Shown claimed = pressed(alert, "onit");
    assertThat(claimed.text()).contains("On it: ");
    assertThat(pressed(claimed, "offit").text()).doesNotContain("On it");
    Shown muted = pressed(alert, "mute");
    assertThat(muted.text()).contains("Muted: ");
    assertThat(pressed(muted, "unmute").text()).doesNotContain("Muted");
    pressed(alert, "actx");
    assertThat(last(Room.GROUP).text()).startsWith("Context").contains("on Monday");
    assertThat(last(Room.GROUP).replyTo()).contains(alert.id());
    assertThat(written("/brief 8h").text()).contains("Ferry leaves late");
    pressed(alert, "deaf");
    int before = messages(Room.GROUP).size();
    arrives("Ferry sinks");
    assertThat(messages(Room.GROUP)).hasSize(before);
  }

  @Test
  void brief_isOfTheDeskItIsAskedIn_andHasAStoryOnce_andSaysHowManyMore() {
    world.subscribe(Room.GROUP, Optional.of(5L), "ferry", Language.ENGLISH, new Schedule.Hourly());
    world.subscribe(Room.GROUP, Optional.of(5L), "late", Language.ENGLISH, new Schedule.Hourly());
    world.subscribe(Room.GROUP, Optional.of(6L), "grain", Language.ENGLISH, new Schedule.Hourly());
    arrives("Ferry leaves late");
    arrives("Grain rots on the quay");
    assertThat(written("/brief 8h").text())
        .containsOnlyOnce("Ferry leaves late")
        .doesNotContain("Grain");
    for (int i = 0; i < 42; i++) {
      world.arrive(++stories, "Island Ledger", "Ferry " + i, "Ferry " + i + " left.");
    }
    world.run(clock, SOON);
    assertThat(written("/brief 8h").text()).contains("3 stories more");
  }

  @Test
  void lostRights_andKicks_areWaitedOut_andNothingIsDestroyed() {
    subscribe("ferry");
    telegram.addPrivateChat(Room.OWNER, "O");
    for (String words :
        List.of(
            "Bad Request: not enough rights to send text messages to the chat",
            "Forbidden: bot was kicked from the supergroup chat")) {
      int before = messages(Room.GROUP).size();
      telegram.close(Room.GROUP, words.startsWith("F") ? 403 : 400, words);
      arrives("Ferry leaves late " + words.length());
      arrives("Ferry leaves early " + words.length());
      world.run(clock, Duration.ofHours(1));
      assertThat(messages(Room.GROUP)).hasSize(before);
      assertThat(world.subscriptions.in(Room.GROUP)).hasSize(1);
      telegram.open(Room.GROUP);
      world.outbox.resume(Room.GROUP);
      world.run(clock, Duration.ofMinutes(3));
      String told =
          String.join(
              "\n",
              messages(Room.GROUP).subList(before, messages(Room.GROUP).size()).stream()
                  .map(Shown::text)
                  .toList());
      assertThat(told)
          .containsOnlyOnce("Ferry leaves late " + words.length())
          .containsOnlyOnce("Ferry leaves early " + words.length());
    }
  }

  @Test
  void migratedGroup_goesOnWithItsTopicsAndItsOpenAlerts() {
    subscribe("ferry");
    long moved = -1_000_000_000_300L;
    telegram.migrate(Room.GROUP, moved);
    telegram.tellMigration(Room.GROUP, moved);
    arrives("Ferry leaves late");
    assertThat(messages(moved))
        .filteredOn(each -> each.text().startsWith("New: "))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).contains("Ferry leaves late"));
    assertThat(world.subscriptions.in(moved)).hasSize(1);
  }

  @Test
  void nameThatIsFirstPrintedLater_isTold_inEitherScript() {
    world.subscribe(Room.READER, "Dolvareno");
    world.subscribe(9, "دولفارينو");
    telegram.addPrivateChat(9, "N");
    world.arrive(++stories, "Coast Daily", "Visit", "The envoy Dolvareno came on Monday.");
    world.arrive(++stories, "سجل الجزيرة", "زيارة", "وصل المبعوث دولفارينو يوم الاثنين.");
    world.run(clock, SOON);
    for (long chat : List.of(Room.READER, 9L)) {
      assertThat(telegram.said(chat))
          .as("chat %d", chat)
          .hasSize(2)
          .anyMatch(text -> text.contains("Visit"))
          .anyMatch(text -> text.contains("زيارة"));
    }
  }

  @Test
  void withdrawal_repliesAtOnceAndChangesTheAlert() {
    world.subscribe(Room.READER, "ferry");
    arrives("Ferry leaves late");
    world.arrive(
        stories,
        "Island Ledger",
        "Ferry leaves late",
        "This story has been withdrawn because its source about the ferry was wrong.");
    world.run(clock, SOON);
    List<Shown> told = messages(Room.READER);
    assertThat(told).hasSize(2);
    assertThat(told.get(1).replyTo()).contains(told.getFirst().id());
    assertThat(told.get(1).text()).startsWith("Withdrawn by ");
    assertThat(told.getFirst().text()).startsWith("Withdrawn: ");
  }

  /** What Telegram was asked to send to the group last, as far as it stands in a text. */
  private JsonNode asked(String part) {
    return telegram.transcript("sendMessage").stream()
        .map(FakeTelegram.Exchange::body)
        .filter(body -> body.path("text").asText().contains(part))
        .toList()
        .getLast();
  }

  private boolean isSilent(String part) {
    return asked(part).path("disable_notification").asBoolean();
  }

  @Test
  void silentDelivery_reachesTelegram_setInBothLanguages() {
    subscribe("strike");
    arrives("Strike, first");
    assertThat(isSilent("Strike, first")).isFalse();
    written("/schedule silent on");
    arrives("Strike, second");
    assertThat(isSilent("Strike, second")).isTrue();
    written("/schedule silent off");
    arrives("Strike, third");
    assertThat(isSilent("Strike, third")).isFalse();
    written("/schedule صامت نعم");
    arrives("Strike, fourth");
    assertThat(isSilent("Strike, fourth")).isTrue();
    written("/schedule hourly");
    arrives("Strike, fifth");
    arrives("Strike, sixth");
    world.run(clock, Duration.ofHours(2));
    assertThat(isSilent("Strike, fifth")).as("a digest").isTrue();
    assertThat(asked("Strike, fifth")).isEqualTo(asked("Strike, sixth"));
  }

  @Test
  void correctionInQuietHours_isSilent() {
    subscribe("strike");
    arrives("Strike, first");
    written("/schedule quiet 09:00-11:00");
    world.arrive(
        stories,
        "Island Ledger",
        "Strike, first",
        "This story has been withdrawn. It was about a strike.");
    world.run(clock, SOON);
    assertThat(isSilent("Withdrawn by")).isTrue();
  }
}
