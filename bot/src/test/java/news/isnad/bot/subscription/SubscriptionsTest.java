package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.Message;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubscriptionsTest {
  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations",
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          Subscriptions.MIGRATIONS);

  private final Topics topics =
      new MonitorTopics(
          KnownNames.of(List.of()),
          new Translator(Lexicon.of(List.of()), KnownNames.of(List.of())));
  private Room room;
  private Subscriptions subscriptions;
  private Attribution attribution = SubscriptionsTest::statements;
  private Alerts alerts;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    start();
  }

  private void start() {
    subscriptions = new Subscriptions(database.get(), room.articles);
    room.open(database.get(), SubscriptionCommands.all(subscriptions, topics, room.composer));
    AlertStore store = new AlertStore(database.get());
    alerts =
        new Alerts(
            new Alerts.Parts(
                database.get(),
                room.articles,
                subscriptions,
                topics,
                edition -> attribution.statements(edition),
                StoryOf.ARTICLE,
                new Schedules(database.get(), ZoneOffset.UTC),
                store,
                room.memory().preferences(),
                room.composer,
                new Outbox(database.get(), room.clock, new ChatListener() {}),
                room.clock));
  }

  @AfterEach
  void close() {
    topics.close();
  }

  /** Ferrant's sentence where it stands in a text, as direct speech. */
  private static List<Statement> statements(Edition edition) {
    String words = "We will strike on Tuesday";
    int start = edition.text().indexOf(words);
    if (start < 0) {
      return List.of();
    }
    Span span = new Span(start, start + words.length());
    Speaker speaker =
        new Speaker("Maya Ferrant", Optional.empty(), Optional.empty(), Optional.empty(), false);
    return List.of(
        new Statement(
            span, span, Statement.Kind.SAID, Speech.DIRECT, Optional.of(speaker), List.of()));
  }

  private Edition stored(long sequence, Language language, String title, String text) {
    Edition edition =
        Invented.edition(
            sequence, "Island Ledger", title, language, Optional.of(Invented.NOON), text);
    room.articles.add(edition);
    return edition;
  }

  private record Waiting(String name, String content) {}

  private List<Waiting> outbox() {
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT name, content FROM outbox ORDER BY sequence")
                    .map((row, context) -> new Waiting(row.getString(1), row.getString(2)))
                    .list());
  }

  private List<Call.SendMessage> alerts() {
    while (alerts.step()) {}
    List<Call.SendMessage> sent = new ArrayList<>();
    for (Waiting waiting : outbox()) {
      Call.SendMessage send = (Call.SendMessage) CallJson.read(waiting.content());
      StrictHtml.check(send.message());
      sent.add(send);
    }
    return sent;
  }

  @Test
  void subscriber_isToldOfEachNewArticleOnce() {
    room.write(Room.READER, "/subscribe dock strike");
    stored(20, Language.ENGLISH, "Dock strike begins", "Workers began their strike.");
    stored(21, Language.ENGLISH, "Weather", "It rained.");
    assertThat(alerts()).hasSize(1);
    assertThat(outbox().getFirst().name()).matches("alert/[A-Za-z0-9_-]{11}");
    stored(22, Language.ENGLISH, "Second day", "The dock is on strike.");
    assertThat(alerts()).hasSize(2);
    assertThat(alerts.cursor()).isEqualTo(22);
  }

  @Test
  void olderArticles_areNotToldOf() {
    room.write(Room.READER, "/subscribe coral port strike");
    assertThat(alerts()).isEmpty();
  }

  @Test
  void newSubscriber_isNotToldOfWhatWasStoredBefore_whereTheCursorIsBehind() {
    room.write(9, "/subscribe grain");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    room.write(Room.READER, "/subscribe dock strike");
    stored(21, Language.ENGLISH, "Dock strike", "The dock strike goes on.");
    assertThat(alerts()).hasSize(1);
    assertThat(outbox().getFirst().content()).contains("news.example/21");
  }

  @Test
  void restart_goesOnWhereItWas() {
    room.write(Room.READER, "/subscribe dock strike");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    assertThat(alerts()).hasSize(1);
    database.reopen();
    start();
    stored(21, Language.ENGLISH, "Dock strike", "The dock strike goes on.");
    assertThat(alerts()).hasSize(2);
  }

  @Test
  void interruptedBatch_isDoneAgainWithoutDoubles() {
    room.write(Room.READER, "/subscribe dock strike");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    alerts();
    database
        .get()
        .inTransaction(
            handle -> handle.execute("UPDATE cursor SET position = 8 WHERE name = 'alerts'"));
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void editionWithoutReadableStatements_isToldOfWithoutQuotation() {
    room.write(Room.READER, "/subscribe dock strike");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    attribution =
        edition -> {
          throw new IllegalStateException("broken on purpose");
        };
    assertThat(alerts()).hasSize(1);
    assertThat(alerts.cursor()).isEqualTo(20);
  }

  @Test
  void alert_hasHeadlineQuotationSpeakerOutletAndWhatItMatched() {
    for (String app : List.of("en", "ar")) {
      room.handle(
          room.text(
              app.equals("en") ? Room.READER : 9,
              app.equals("en") ? Room.READER : 9,
              app,
              "/subscribe dock strike",
              false));
    }
    stored(
        20,
        Language.ENGLISH,
        "Dock strike begins",
        "\"We will strike on Tuesday,\" said Maya Ferrant at the dock.");
    for (Call.SendMessage send : alerts()) {
      Golden.assertThatMatches(
          SubscriptionsTest.class,
          send.chatId() == 9 ? "ar-alert" : "en-alert",
          hiddenIds(send.message()));
    }
    assertThat(outbox()).hasSize(2);
  }

  @Test
  void alertWithoutStatement_hasNoQuotation() {
    room.write(Room.READER, "/subscribe الميناء");
    stored(20, Language.ARABIC, "", "عاد الهدوء إلى ميناء المرجان.");
    Golden.assertThatMatches(
        SubscriptionsTest.class, "en-alert-plain", hiddenIds(alerts().getFirst().message()));
  }

  private static Message hiddenIds(Message message) {
    return message.withButtons(
        message.buttons().stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            button ->
                                (news.isnad.bot.telegram.Button)
                                    new news.isnad.bot.telegram.Button.Callback(
                                        button.text(),
                                        ((news.isnad.bot.telegram.Button.Callback) button)
                                            .data()
                                            .replaceAll("[^:]{11}$", "ID")))
                        .toList())
            .toList());
  }

  @Test
  void groupAlert_goesToTheForumTopicAndSpeaksTheGroupsLanguage() {
    room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false);
    room.writeInGroup(Room.ADMINISTRATOR, "/subscribe dock strike", false);
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    Call.SendMessage alert = alerts().getFirst();
    assertThat(alert.chatId()).isEqualTo(Room.GROUP);
    assertThat(alert.thread()).contains(5L);
    assertThat(alert.message().html()).startsWith("جديد:");
  }

  @Test
  void subscribing_inAGroupIsForAdministrators() {
    assertThat(Room.message(room.writeInGroup(Room.READER, "/subscribe grain", false)).html())
        .startsWith("Only administrators");
    assertThat(subscriptions.all()).isEmpty();
    room.writeInGroup(Room.ADMINISTRATOR, "/sub grain", false);
    String id = subscriptions.all().getFirst().id();
    assertThat(Room.notice(room.press(Room.READER, Room.GROUP, "1:unsub:" + id)))
        .startsWith("Only administrators");
    assertThat(Room.notice(room.press(Room.READER, Room.READER, "1:unsub:" + id)))
        .contains("older message");
    assertThat(subscriptions.all()).hasSize(1);
  }

  @Test
  void subscribing_asksForTheWordsAndTakesTheNextText() {
    for (String app : List.of("en", "ar")) {
      assertThat(
              Room.message(
                      room.handle(room.text(Room.READER, Room.READER, app, "/subscribe", false)))
                  .html())
          .contains(app.equals("en") ? "Which words" : "ما الكلمات");
      room.write(Room.READER, "grain " + app);
    }
    assertThat(subscriptions.in(Room.READER))
        .extracting(Subscription::words)
        .containsExactly("grain en", "grain ar");
    assertThat(room.questions).isEmpty();
  }

  @Test
  void subscribing_refusesWhatCannotBeATopicAndWhatIsThere() {
    assertThat(said("/subscribe of the")).startsWith("Please give a few words");
    assertThat(said("/subscribe " + "grain ".repeat(30))).startsWith("Please give a few words");
    assertThat(said("/subscribe Grain")).startsWith("Subscribed");
    assertThat(said("/subscribe grain")).startsWith("Already");
    for (int i = 1; i < Subscriptions.MOST_IN_A_CHAT; i++) {
      said("/subscribe grain" + i);
    }
    assertThat(said("/subscribe coal")).startsWith("No room");
  }

  private String said(String text) {
    return StrictHtml.check(Room.message(room.write(Room.READER, text)));
  }

  @Test
  void list_showsTheTopicsOfTheChat() {
    assertThat(said("/alerts")).startsWith("This chat is told of nothing");
    said("/subscribe grain");
    said("/subscribe ميناء المرجان");
    Golden.assertThatMatches(
        SubscriptionsTest.class, "en-alerts", Room.message(room.write(Room.READER, "/alerts")));
    Golden.assertThatMatches(
        SubscriptionsTest.class,
        "ar-alerts",
        Room.message(room.handle(room.text(Room.READER, Room.READER, "ar", "/list", false))));
  }

  @Test
  void unsubscribing_byButtonCanBeTakenBack() {
    said("/subscribe grain");
    said("/subscribe coal");
    Message list = Room.message(room.write(Room.READER, "/unsubscribe"));
    assertThat(list.buttons()).hasSize(2);
    var ended = room.press(Room.READER, Room.READER, Room.data(list, "unsub"));
    assertThat(subscriptions.in(Room.READER))
        .extracting(Subscription::words)
        .containsExactly("coal");
    Message outcome = ((Call.EditMessage) ended.get(1).call()).message();
    assertThat(outcome.html()).startsWith("Ended");
    stored(20, Language.ENGLISH, "Grain", "Grain came.");
    assertThat(alerts()).isEmpty();
    room.press(Room.READER, Room.READER, Room.data(outcome, "resub"));
    stored(21, Language.ENGLISH, "Grain", "Grain came again.");
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void unsubscribing_byWordsAndFromAnAlert() {
    assertThat(said("/unsubscribe")).startsWith("This chat is told of nothing");
    said("/subscribe Grain");
    said("/subscribe coal");
    assertThat(said("/unsub grain")).startsWith("Ended");
    assertThat(said("/unsubscribe stone")).startsWith("Not subscribed");
    stored(20, Language.ENGLISH, "Coal", "Coal came.");
    Message alert = alerts().getFirst().message();
    var ended = room.press(Room.READER, Room.READER, Room.data(alert, "stop"));
    assertThat(ended.get(1).call()).isInstanceOf(Call.SendMessage.class);
    assertThat(subscriptions.in(Room.READER)).isEmpty();
  }

  @Test
  void migratedGroup_keepsItsSubscriptions() {
    room.writeInGroup(Room.ADMINISTRATOR, "/subscribe grain", false);
    ChatListener moves =
        new MovedChats(
            room.memory(),
            subscriptions,
            new Schedules(database.get(), ZoneOffset.UTC),
            new AlertStore(database.get()));
    moves.migrated(Room.GROUP, -200);
    moves.topicLost(-200, 5);
    assertThat(subscriptions.in(-200))
        .extracting(Subscription::thread)
        .containsOnly(Optional.empty());
    assertThat(subscriptions.in(Room.GROUP)).isEmpty();
  }

  @Test
  void hostileWords_breakNothing() {
    for (String words : Set.of("<b>grain", "\u202Egrain", "grain & \"coal\"", "{0} grain '")) {
      said("/subscribe " + words);
    }
    said("/alerts");
    said("/unsubscribe");
    said("/unsubscribe " + "<x>".repeat(30_000));
    stored(20, Language.ENGLISH, "<i>Grain & coal", "Grain and coal b 0 i. <b>");
    assertThat(alerts()).isNotEmpty();
  }
}
