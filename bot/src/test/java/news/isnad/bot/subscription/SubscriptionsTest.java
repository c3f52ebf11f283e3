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
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.Message;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubscriptionsTest {
  private static final int MOST = 12;

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations",
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          Subscriptions.MIGRATIONS);

  private final Topics topics = Subscribing.topics();
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
    room.open(
        database.get(),
        SubscriptionCommands.all(
            Subscribing.parts(
                room, database.get(), topics, edition -> attribution.statements(edition), MOST)));
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
  void chatsThatAreNotServed_keepTheirTopics_andAreToldNothing() {
    Message proposed = Room.message(room.write(Room.READER, "/subscribe bridge"));
    room.press(Room.READER, Room.READER, Room.data(proposed, "sub"));
    assertThat(subscriptions.all()).hasSize(1);
    Subscriptions closed =
        new Subscriptions(database.get(), room.articles, each -> each.chat() != Room.READER);
    assertThat(closed.all()).isEmpty();
    assertThat(closed.in(Room.READER)).hasSize(1);
  }

  @Test
  void subscriber_isToldOfEachNewArticleOnce() {
    subscribe(Room.READER, "dock strike");
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
    subscribe(Room.READER, "coral port strike");
    assertThat(alerts()).isEmpty();
  }

  @Test
  void newSubscriber_isNotToldOfWhatWasStoredBefore_whereTheCursorIsBehind() {
    subscribe(9, "grain");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    subscribe(Room.READER, "dock strike");
    stored(21, Language.ENGLISH, "Dock strike", "The dock strike goes on.");
    assertThat(alerts()).hasSize(1);
    assertThat(outbox().getFirst().content()).contains("news.example/21");
  }

  @Test
  void restart_goesOnWhereItWas() {
    subscribe(Room.READER, "dock strike");
    stored(20, Language.ENGLISH, "Dock strike", "The dock strike begins.");
    assertThat(alerts()).hasSize(1);
    database.reopen();
    start();
    stored(21, Language.ENGLISH, "Dock strike", "The dock strike goes on.");
    assertThat(alerts()).hasSize(2);
  }

  @Test
  void interruptedBatch_isDoneAgainWithoutDoubles() {
    subscribe(Room.READER, "dock strike");
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
    subscribe(Room.READER, "dock strike");
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
      long person = app.equals("en") ? Room.READER : 9;
      room.write(person, "/language " + app);
      subscribe(person, "dock strike");
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
          Golden.withoutIds(send.message()));
    }
    assertThat(outbox()).hasSize(2);
  }

  @Test
  void alertWithoutStatement_hasNoQuotation() {
    subscribe(Room.READER, "الميناء");
    stored(20, Language.ARABIC, "", "عاد الهدوء إلى ميناء المرجان.");
    Golden.assertThatMatches(
        SubscriptionsTest.class,
        "en-alert-plain",
        Golden.withoutIds(alerts().getFirst().message()));
  }

  @Test
  void groupAlert_goesToTheForumTopicAndSpeaksTheGroupsLanguage() {
    room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false);
    subscribeInGroup("dock strike");
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
    subscribeInGroup("grain");
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
      confirm(Room.READER, Room.READER, room.write(Room.READER, "grain " + app));
    }
    assertThat(subscriptions.in(Room.READER))
        .extracting(Subscription::words)
        .containsExactly("grain en", "grain ar");
    assertThat(room.questions).isEmpty();
  }

  @Test
  void subscribing_refusesWhatCannotBeATopicAndWhatIsThere() {
    assertThat(said("/subscribe of the")).startsWith("That cannot be a topic: no word");
    assertThat(said("/subscribe " + "grain ".repeat(30))).contains("too long");
    assertThat(said("/subscribe grain OR")).contains("beside OR");
    assertThat(said("/subscribe grain lang:xx")).contains("xx").contains("no language");
    assertThat(said("/subscribe \"grain")).contains("quotation mark");
    subscribe(Room.READER, "Grain");
    assertThat(said("/subscribe grain")).startsWith("Already");
    for (int i = 1; i < MOST; i++) {
      subscribe(Room.READER, "grain" + i);
    }
    assertThat(said("/subscribe coal")).startsWith("No room");
  }

  private void subscribe(long person, String words) {
    confirm(person, person, room.write(person, "/subscribe " + words));
  }

  private void subscribeInGroup(String words) {
    confirm(
        Room.ADMINISTRATOR,
        Room.GROUP,
        room.writeInGroup(Room.ADMINISTRATOR, "/subscribe " + words, false));
  }

  private Message confirm(long person, long chat, List<Outgoing> said) {
    return edited(room.press(person, chat, Room.data(Room.message(said), "sub")));
  }

  /** What the message with the pressed button has become. */
  private static Message edited(List<Outgoing> said) {
    Message message = ((Call.EditMessage) said.get(1).call()).message();
    StrictHtml.check(message);
    return message;
  }

  private String said(String text) {
    return StrictHtml.check(Room.message(room.write(Room.READER, text)));
  }

  @Test
  void rehearsal_saysWhatWouldHaveBeenToldOf() {
    for (int i = 0; i < 10; i++) {
      stored(20 + i, Language.ENGLISH, "Dock strike " + i, "The dock strike goes on.");
    }
    stored(40, Language.ARABIC, "إضراب", "بدأ إضراب في الميناء.");
    for (String app : List.of("en", "ar")) {
      for (String words : List.of("strike -coal", "dock strike quarrel", "إضراب أو قمح")) {
        Message said =
            Room.message(
                room.handle(
                    room.text(Room.READER, Room.READER, app, "/subscribe " + words, false)));
        Golden.assertThatMatches(
            SubscriptionsTest.class,
            app
                + "-rehearsal-"
                + (words.startsWith("d") ? "narrow" : Language.detect(words).code()),
            Golden.withoutIds(said));
      }
    }
    assertThat(subscriptions.all()).isEmpty();
  }

  @Test
  void rehearsal_ofTooMuch_suggestsSomething() {
    for (int i = 0; i < 40; i++) {
      stored(20 + i, Language.ENGLISH, "Dock", "The strike goes on.");
    }
    assertThat(said("/subscribe strike")).contains("That is a lot").contains("41 of 42");
  }

  @Test
  void rehearsedTopic_isChangedOrCancelledOrConfirmedOnce() {
    Message first = Room.message(room.write(Room.READER, "/subscribe grain"));
    room.press(Room.READER, Room.READER, Room.data(first, "subchange"));
    Message second = Room.message(room.write(Room.READER, "coal"));
    assertThat(second.html()).contains("coal");
    assertThat(edited(room.press(Room.READER, Room.READER, Room.data(first, "subno"))).html())
        .startsWith("Cancelled");
    assertThat(Room.notice(room.press(Room.READER, Room.READER, Room.data(first, "sub"))))
        .contains("older message");
    assertThat(Room.notice(room.press(9, 9, Room.data(second, "sub")))).contains("older message");
    room.press(Room.READER, Room.READER, Room.data(second, "sub"));
    assertThat(Room.notice(room.press(Room.READER, Room.READER, Room.data(second, "sub"))))
        .contains("older message");
    assertThat(subscriptions.all()).extracting(Subscription::words).containsExactly("coal");
  }

  @Test
  void list_showsTheTopicsOfTheChat() {
    assertThat(said("/alerts")).startsWith("This chat is told of nothing");
    subscribe(Room.READER, "grain");
    subscribe(Room.READER, "ميناء المرجان");
    Golden.assertThatMatches(
        SubscriptionsTest.class,
        "en-alerts",
        Golden.withoutIds(Room.message(room.write(Room.READER, "/alerts"))));
    Message arabic =
        Room.message(room.handle(room.text(Room.READER, Room.READER, "ar", "/list", false)));
    Golden.assertThatMatches(SubscriptionsTest.class, "ar-alerts", Golden.withoutIds(arabic));
    Golden.assertThatMatches(
        SubscriptionsTest.class,
        "en-alert-entry",
        Golden.withoutIds(edited(room.press(Room.READER, Room.READER, Room.data(arabic, "aone")))));
  }

  @Test
  void list_isPagedAndSearchedInOneMessage() {
    for (int i = 0; i < MOST; i++) {
      subscribe(Room.READER, (i < 2 ? "grain lot" : "coal lot") + i);
    }
    Message first = Room.message(room.write(Room.READER, "/alerts"));
    assertThat(first.html()).contains("12 things").contains("Page 1 of 2");
    Message second = pressed(first, "apage");
    assertThat(second.html()).contains("Page 2 of 2");
    assertThat(second.buttons()).hasSize(6);
    Call.EditMessage prompt = edit(room.press(Room.READER, Room.READER, Room.data(first, "afind")));
    assertThat(prompt.message().html()).startsWith("Which words?");
    Call.EditMessage narrowed = edit(room.write(Room.READER, "lot Coal"));
    assertThat(narrowed.messageId()).isEqualTo(prompt.messageId());
    Message found = narrowed.message();
    assertThat(found.html()).contains("With").contains(": 10").contains("Page 1 of 2");
    Message more = pressed(found, "apage");
    assertThat(more.html()).contains("lot Coal").contains("Page 2 of 2");
    Message paused = pressed(pressed(more, "aone"), "apause");
    Message back = pressed(paused, "apage");
    assertThat(back.html()).isEqualTo(more.html());
    assertThat(labels(back)).filteredOn(label -> label.contains("coal lot")).hasSize(2);
    assertThat(labels(back)).anyMatch(label -> label.startsWith("⏸ coal lot"));
    Message deleted = pressed(pressed(back, "aone"), "aend");
    Message less = pressed(deleted, "apage");
    assertThat(less.html()).contains(": 9").contains("Page 2 of 2");
    pressed(deleted, "aback");
    String all =
        back.buttons().getLast().stream()
            .map(button -> ((Button.Callback) button).data())
            .filter(data -> data.contains("apage"))
            .findFirst()
            .orElseThrow();
    assertThat(edited(room.press(Room.READER, Room.READER, all)).html()).isEqualTo(first.html());
    for (String hostile : List.of("x", "-.0", "-.9999", "-.0.00000000000", "'.1", "-.99999")) {
      room.press(Room.READER, Room.READER, "1:apage:" + hostile);
      room.press(Room.READER, Room.READER, "1:aend:" + hostile);
    }
    assertThat(subscriptions.in(Room.READER)).hasSize(MOST);
  }

  /** The one message that is changed; no other is sent. */
  private static Call.EditMessage edit(List<Outgoing> said) {
    assertThat(said).map(Outgoing::call).noneMatch(Call.SendMessage.class::isInstance);
    return said.stream()
        .map(Outgoing::call)
        .filter(Call.EditMessage.class::isInstance)
        .map(Call.EditMessage.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Message pressed(Message message, String action) {
    return edited(room.press(Room.READER, Room.READER, Room.data(message, action)));
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream()
        .flatMap(List::stream)
        .map(button -> ((Button.Callback) button).text())
        .toList();
  }

  private Message entry(String words) {
    Message list = Room.message(room.write(Room.READER, "/alerts " + words));
    return edited(room.press(Room.READER, Room.READER, Room.data(list, "aone")));
  }

  @Test
  void pausedTopic_isNotToldOfUntilItIsResumed() {
    subscribe(Room.READER, "grain");
    Message paused =
        edited(room.press(Room.READER, Room.READER, Room.data(entry("grain"), "apause")));
    assertThat(paused.html()).contains("Paused");
    stored(20, Language.ENGLISH, "Grain", "Grain came.");
    assertThat(alerts()).isEmpty();
    room.press(Room.READER, Room.READER, Room.data(paused, "aresume"));
    assertThat(alerts()).isEmpty();
    stored(21, Language.ENGLISH, "Grain", "Grain came again.");
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void editedTopic_isRehearsedAndKeepsItsPlace() {
    subscribe(Room.READER, "grain");
    String id = subscriptions.all().getFirst().id();
    stored(20, Language.ENGLISH, "Grain", "Grain came.");
    assertThat(alerts()).hasSize(1);
    room.press(Room.READER, Room.READER, Room.data(entry("grain"), "aedit"));
    confirm(Room.READER, Room.READER, room.write(Room.READER, "coal"));
    assertThat(subscriptions.all())
        .singleElement()
        .satisfies(each -> assertThat(each.id()).isEqualTo(id))
        .satisfies(each -> assertThat(each.words()).isEqualTo("coal"));
    stored(21, Language.ENGLISH, "Grain", "Grain came again.");
    stored(22, Language.ENGLISH, "Coal", "Coal came.");
    assertThat(alerts()).hasSize(2);
  }

  @Test
  void endedTopic_canBeTakenBackFromTheList() {
    subscribe(Room.READER, "grain");
    Message ended = edited(room.press(Room.READER, Room.READER, Room.data(entry("grain"), "aend")));
    assertThat(subscriptions.all()).isEmpty();
    room.press(Room.READER, Room.READER, Room.data(ended, "aback"));
    assertThat(subscriptions.all()).hasSize(1);
  }

  @Test
  void groupTopic_movesToTheForumTopicOfTheList_byAdministratorsOnly() {
    subscribeInGroup("grain");
    Message list = Room.message(room.writeInGroup(Room.READER, "/alerts", false));
    Message entry = edited(room.press(Room.READER, Room.GROUP, Room.data(list, "aone")));
    assertThat(entry.html()).contains("another forum topic");
    for (String action : List.of("amove", "apause", "aend", "aedit")) {
      assertThat(Room.notice(room.press(Room.READER, Room.GROUP, Room.data(entry, action))))
          .startsWith("Only administrators");
    }
    assertThat(subscriptions.all().getFirst().thread()).contains(5L);
    room.press(Room.ADMINISTRATOR, Room.GROUP, Room.data(entry, "amove"));
    assertThat(subscriptions.all().getFirst().thread()).isEmpty();
  }

  @Test
  void unsubscribing_byButtonCanBeTakenBack() {
    subscribe(Room.READER, "grain");
    subscribe(Room.READER, "coal");
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
    subscribe(Room.READER, "Grain");
    subscribe(Room.READER, "coal");
    assertThat(said("/unsub grain")).startsWith("Ended");
    assertThat(said("/unsubscribe stone")).startsWith("Not subscribed");
    stored(20, Language.ENGLISH, "Coal", "Coal came.");
    Message alert = alerts().getFirst().message();
    var ended = room.press(Room.READER, Room.READER, Room.data(alert, "stop"));
    assertThat(ended.get(1).call()).isInstanceOf(Call.SendMessage.class);
    assertThat(subscriptions.in(Room.READER)).isEmpty();
  }

  @Test
  void subscription_movesToATopicThatWasSeen_andToNoOther() {
    subscribeInGroup("grain");
    ForumTopics forum = new ForumTopics(database.get());
    forum.seen(Room.GROUP, 5, Optional.empty());
    forum.seen(Room.GROUP, 9, Optional.of("Harbour desk"));
    forum.seen(Room.GROUP, 9, Optional.empty());
    Message list = Room.message(room.writeInGroup(Room.ADMINISTRATOR, "/alerts", false));
    Message entry = pressedInGroup(Room.data(list, "aone"));
    Message where = pressedInGroup(Room.data(entry, "awhere"));
    assertThat(where.buttons().stream().map(row -> row.getFirst().text()))
        .containsExactly("General", "Harbour desk", "Topic 5", "Back to the list");
    String move = Room.data(where, "amove");
    pressedInGroup(move.replaceAll("0$", "9"));
    assertThat(subscriptions.in(Room.GROUP).getFirst().thread()).contains(9L);
    assertThat(Room.notice(room.press(Room.ADMINISTRATOR, Room.GROUP, move.replaceAll("0$", "77"))))
        .contains("older message");
    assertThat(subscriptions.in(Room.GROUP).getFirst().thread()).contains(9L);
    pressedInGroup(move);
    assertThat(subscriptions.in(Room.GROUP).getFirst().thread()).isEmpty();
  }

  private Message pressedInGroup(String data) {
    return ((Call.EditMessage) room.press(Room.ADMINISTRATOR, Room.GROUP, data).get(1).call())
        .message();
  }

  @Test
  void migratedGroup_keepsItsSubscriptions() {
    subscribeInGroup("grain");
    ChatListener moves =
        new MovedChats(
            room.memory(),
            subscriptions,
            new Schedules(database.get(), ZoneOffset.UTC),
            new AlertStore(database.get()),
            new ForumTopics(database.get()),
            room.composer);
    moves.migrated(Room.GROUP, -200);
    moves.topicLost(-200, 5);
    assertThat(subscriptions.in(-200))
        .extracting(Subscription::thread)
        .containsOnly(Optional.empty());
    assertThat(subscriptions.in(Room.GROUP)).isEmpty();
  }

  private static Call.SendDocument file(List<Outgoing> said) {
    return said.stream()
        .map(Outgoing::call)
        .filter(Call.SendDocument.class::isInstance)
        .map(Call.SendDocument.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void file_carriesTopicsToAnotherChat_andDoublesNothing() {
    subscribeInGroup("\"dock strike\" -coal");
    subscribeInGroup("إضراب أو قمح");
    room.press(
        Room.ADMINISTRATOR,
        Room.GROUP,
        Room.data(Room.message(room.writeInGroup(3, "/alerts strike", false)), "aone")
            .replace("aone", "apause"));
    assertThat(Room.message(room.writeInGroup(Room.READER, "/subscriptions", false)).html())
        .startsWith("Only administrators");
    Call.SendDocument sent = file(room.writeInGroup(Room.ADMINISTRATOR, "/subscriptions", false));
    assertThat(sent.thread()).contains(5L);
    assertThat(sent.caption()).startsWith("With 2 topics");
    assertThat(sent.content())
        .contains("\"dock strike\" -coal\tat once\tpaused\t5\n")
        .contains("إضراب أو قمح\tat once\ttold\t5\n");
    assertThat(taken(sent.content())).startsWith("Taken in: 2 topics");
    assertThat(subscriptions.in(Room.READER))
        .extracting(Subscription::words)
        .containsExactly("\"dock strike\" -coal", "إضراب أو قمح");
    assertThat(subscriptions.in(Room.READER).getFirst().paused()).isTrue();
    assertThat(subscriptions.in(Room.READER).getFirst().thread()).isEmpty();
    assertThat(taken(sent.content())).contains("Taken in: 0 topics").contains("Already there: 2");
    List<Outgoing> again =
        room.sendFile(Room.ADMINISTRATOR, Room.GROUP, "/subscriptions", sent.content());
    assertThat(Room.message(again).html()).contains("Already there: 2");
    List<Outgoing> byReader =
        room.sendFile(Room.READER, Room.GROUP, "/subscriptions", sent.content());
    assertThat(Room.message(byReader).html()).startsWith("Only administrators");
    assertThat(room.sendFile(Room.ADMINISTRATOR, Room.GROUP, "-", sent.content())).isEmpty();
  }

  private String taken(String content) {
    return StrictHtml.check(Room.message(room.sendFile(Room.READER, Room.READER, "-", content)));
  }

  @Test
  void file_isReadAsFarAsItCanBe() {
    assertThat(taken("some notes")).startsWith("Such files I do not read");
    StringBuilder content = new StringBuilder("\uFEFF# Isnad alerts\r\n# chat zero\r\n");
    content.append("of the\n(grain\n<b>coal\u202E\tnonsense\tpaused\tx\n\n\t\t\n");
    for (int i = 0; i < 20; i++) {
      content.append("grain lot").append(i).append('\n');
    }
    String said = taken(content.toString());
    assertThat(said)
        .startsWith("Taken in: 12 topics")
        .contains("No room for 9 topics")
        .contains("No topics: 2")
        .contains("Line")
        .contains("(grain");
    assertThat(subscriptions.in(Room.READER)).hasSize(MOST);
    assertThat(subscriptions.in(Room.READER).getFirst().schedule()).isEqualTo("at once");
  }

  @Test
  void file_needsATopic() {
    assertThat(said("/subscriptions")).startsWith("There is no topic");
  }

  @Test
  void hostileWords_breakNothing() {
    for (String words : Set.of("<b>grain", "\u202Egrain", "grain & \"coal\"", "{0} grain '")) {
      subscribe(Room.READER, words);
    }
    said("/alerts");
    said("/unsubscribe");
    said("/unsubscribe " + "<x>".repeat(30_000));
    stored(20, Language.ENGLISH, "<i>Grain & coal", "Grain and coal b 0 i. <b>");
    assertThat(alerts()).isNotEmpty();
  }
}
