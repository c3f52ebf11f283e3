package news.isnad.bot.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.channel.Handed;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.inbox.InboxWorker;
import news.isnad.bot.inbox.SteppedInbox;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.PersonalDeeds;
import news.isnad.bot.operator.PersonalSourceWork;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Stepped;
import news.isnad.bot.subscription.PersonalTopics;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.config.Settings;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyTest {
  /** Five bytes that stand nowhere by chance. */
  private static final long CANARY = 0x7A3C91E5D7L;

  private static final String WORDS = "zyxquopel";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Settings.Retention RETENTION =
      new Settings.Retention(
          Duration.ofDays(7),
          Duration.ofDays(90),
          Duration.ofDays(365),
          Duration.ofDays(730),
          Optional.empty(),
          Optional.empty());

  /** What editors decided about the news: nobody's own. */
  private static final Set<String> EDITORIAL =
      Set.of(
          "taught_name",
          "article_decision",
          "pin",
          "pinned_question",
          "channel",
          "unmatched_edition",
          "button_key");

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Conversation.MIGRATIONS.toArray(String[]::new));

  private final List<Call> calls = new ArrayList<>();
  private long update = 5_000;
  private Room room;
  private Inbox inbox;
  private Outbox outbox;
  private InboxWorker worker;
  private Dispatcher dispatcher;
  private Housekeeping housekeeping;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    inbox = new Inbox(database.get(), room.clock);
    outbox = new Outbox(database.get(), room.clock, new ChatListener() {});
    room.open(database.get(), commands());
    worker =
        new InboxWorker(
            inbox,
            outbox,
            new IncomingReader(900),
            room.router()::handle,
            room.router()::apology,
            room.clock,
            Runnable::run,
            4);
    dispatcher =
        new Dispatcher(outbox, this::call, room.clock, Runnable::run, new SplittableRandom(7));
    housekeeping =
        new Housekeeping(
            database.get(),
            inbox,
            outbox,
            room.memory(),
            new Audit(database.get(), room.clock),
            RETENTION,
            room.clock);
  }

  private List<Command> commands() {
    return PrivacyCommands.all(
        new PrivacyCommands.Parts(
            database.get(),
            inbox,
            outbox,
            List.of(
                new Memory(database.get(), room.articles).personal(),
                new PersonalTopics(),
                new PersonalSourceWork(),
                new PersonalDeeds(),
                new Handed(database.get())),
            RETENTION,
            room.composer));
  }

  private SendOutcome call(Call call) {
    calls.add(call);
    return new SendOutcome.Sent(
        JsonNodeFactory.instance.objectNode().put("message_id", calls.size()));
  }

  /** Somebody writes in their private chat; it is handled and the reply is sent. */
  private void write(long person, String text) {
    ObjectNode message = JSON.createObjectNode().put("message_id", update).put("date", 1_700_000);
    message.putObject("chat").put("id", person).put("type", "private");
    message.putObject("from").put("id", person).put("first_name", WORDS).put("language_code", "en");
    message.put("text", text);
    if (text.startsWith("/")) {
      message
          .putArray("entities")
          .addObject()
          .put("type", "bot_command")
          .put("offset", 0)
          .put("length", (text + " ").indexOf(' '));
    }
    receive(person, JSON.createObjectNode().put("update_id", update).set("message", message));
  }

  private void press(long person, String data) {
    ObjectNode press = JSON.createObjectNode().put("id", "c" + update).put("data", data);
    press.putObject("from").put("id", person).put("first_name", WORDS).put("language_code", "en");
    ObjectNode message = press.putObject("message").put("message_id", 77).put("date", 1_700_000);
    message.putObject("chat").put("id", person).put("type", "private");
    receive(person, JSON.createObjectNode().put("update_id", update).set("callback_query", press));
  }

  private void receive(long person, JsonNode content) {
    inbox.store(List.of(new Received(update++, person, content.toString(), Optional.empty())));
    worker.wake();
    run();
  }

  private void run() {
    for (int i = 0; i < 6; i++) {
      SteppedInbox.step(worker);
      Stepped.step(dispatcher);
      room.pass(Duration.ofSeconds(2));
    }
  }

  private String lastButton(String action) {
    return Room.data(((Call.SendMessage) calls.getLast()).message(), action);
  }

  /**
   * In every table a row with {@link #WORDS} in each column of text, and the person's number in
   * each that may hold one. Ids are the same everywhere, so that rows belong together.
   */
  private void plant() {
    database
        .get()
        .inTransaction(
            handle -> {
              for (Map.Entry<String, List<String>> table : tables(handle).entrySet()) {
                plant(handle, table.getKey(), table.getValue());
              }
              handle.execute(
                  "INSERT INTO alert (id, subscription, story, chat, edition, outlets, facts,"
                      + " single, muted, claimer, claimed, edits, created) VALUES ('g', 'g', 'g',"
                      + " -100, 1, '', '', 1, 0, ?, ?, 0, 1)",
                  CANARY,
                  WORDS);
              handle.execute(
                  "INSERT INTO subscription (id, chat, person, words, language, after, created)"
                      + " VALUES ('g', -100, ?, 'harbour', 'en', 0, 1)",
                  CANARY);
              return handle.execute(
                  "INSERT INTO inbox (update_id, lane, content, state, attempts, received)"
                      + " VALUES (2, -100, ?, 'ASIDE', 3, 1)",
                  "{\"from\":{\"id\":" + CANARY + "},\"text\":\"" + WORDS + "\"}");
            });
  }

  private static Map<String, List<String>> tables(Handle handle) {
    Map<String, List<String>> tables = new TreeMap<>();
    handle
        .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
        .mapTo(String.class)
        .filter(name -> !name.startsWith("sqlite_") && !name.startsWith("flyway"))
        .filter(name -> !name.equals("subscription_version") && !name.contains("history"))
        .filter(name -> !EDITORIAL.contains(name))
        .list()
        .forEach(
            name ->
                tables.put(
                    name,
                    handle
                        .createQuery(
                            "SELECT name || ' ' || type FROM pragma_table_info('" + name + "')")
                        .mapTo(String.class)
                        .list()));
    return tables;
  }

  private static void plant(Handle handle, String table, List<String> columns) {
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(" ");
      if (!parts[1].equals("INTEGER") && !List.of("suspended", "moved_to").contains(parts[0])) {
        names.add(parts[0]);
        values.add(
            List.of("chat", "person", "owner", "lane", "claimer").contains(parts[0])
                ? CANARY
                : parts[0].equals("deed") ? "GRANT" : parts[1].equals("TEXT") ? WORDS : 1);
      }
    }
    String places = String.join(", ", names.stream().map(_ -> "?").toList());
    handle.execute(
        "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + places + ")",
        values.toArray());
  }

  /** Files below the data folder that hold something of the person. */
  private List<String> found() throws IOException {
    List<byte[]> traces =
        List.of(
            WORDS.getBytes(UTF_8),
            String.valueOf(CANARY).getBytes(UTF_8),
            Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(CANARY).array(), 3, 8));
    try (Stream<Path> files = Files.walk(database.folder())) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        for (byte[] trace : traces) {
          if (indexOf(content, trace) >= 0) {
            found.add(file.getFileName() + " at " + indexOf(content, trace));
          }
        }
      }
      return found;
    }
  }

  private static int indexOf(byte[] content, byte[] trace) {
    for (int i = 0; i + trace.length <= content.length; i++) {
      if (Arrays.equals(content, i, i + trace.length, trace, 0, trace.length)) {
        return i;
      }
    }
    return -1;
  }

  private long count(String query) {
    return database.get().reading(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  @Test
  void forget_confirmed_leavesNoByteOfThePerson() throws IOException {
    plant();
    write(CANARY, "Will " + WORDS + " close the port?");
    write(CANARY, "/forget");
    assertThat(found()).isNotEmpty();
    press(CANARY, lastButton("forget"));
    assertThat(calls.getLast().toString()).contains("Deleted");
    housekeeping.step();

    assertThat(found()).isEmpty();
    assertThat(count("SELECT count(*) FROM forgetting")).isZero();
    assertThat(count("SELECT count(*) FROM subscription WHERE chat = -100")).isEqualTo(1);
    database.get().backup(database.folder().resolve("backup.db"));
    assertThat(found()).isEmpty();
  }

  @Test
  void forget_leavesOthersAlone() {
    write(Room.READER, "Will the port close?");
    write(CANARY, "/forget");
    press(CANARY, lastButton("forget"));
    housekeeping.step();

    assertThat(count("SELECT count(*) FROM sent_answer WHERE person = " + Room.READER))
        .isEqualTo(1);
    assertThat(count("SELECT count(*) FROM sent_citation")).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM last_said WHERE chat = " + Room.READER)).isEqualTo(1);
  }

  @Test
  void forget_isOnlyAnnouncedAtFirst() {
    write(CANARY, "Will the port close?");
    write(CANARY, "/forget");
    housekeeping.step();
    assertThat(count("SELECT count(*) FROM sent_answer")).isEqualTo(1);

    press(CANARY, lastButton("forgetnot"));
    assertThat(calls.getLast().toString()).contains("Nothing was deleted.");
    assertThat(count("SELECT count(*) FROM sent_answer")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM forgetting")).isZero();
  }

  @Test
  void forgetButton_ofAnotherOrOld_doesNothing() {
    write(CANARY, "Will the port close?");
    write(CANARY, "/forget");
    String button = lastButton("forget");
    press(Room.READER, button);
    room.pass(Forgettings.PATIENCE);
    press(CANARY, button);
    assertThat(count("SELECT count(*) FROM sent_answer")).isEqualTo(1);
  }

  @Test
  void forgottenRow_isNotSentAndStopsNobody() {
    outbox.suspend(CANARY, Reason.BLOCKED);
    outbox.enqueue(
        List.of(
            Outgoing.answer("a", Call.SendMessage.to(CANARY, Message.of("for nobody"))),
            Outgoing.answer("b", Call.SendMessage.to(8, Message.of("first")))));
    run();
    database
        .get()
        .inTransaction(
            handle -> {
              outbox.forget(handle, CANARY);
              return handle;
            });
    outbox.enqueue(Outgoing.answer("c", Call.SendMessage.to(8, Message.of("second"))));
    run();
    assertThat(calls.stream().map(Call::toString).toList())
        .hasSize(2)
        .noneMatch(call -> call.contains("for nobody"));
  }

  @Test
  void closedBot_stillForgets() {
    room = new Room(database.get(), Room.OWNER);
    room.open(database.get(), commands());
    assertThat(Room.message(room.write(CANARY, "/forget")).buttons()).hasSize(2);
    assertThat(Room.message(room.write(CANARY, "Will it close?")).buttons()).isEmpty();
  }

  @Test
  void groups_areReferredToThePrivateChat() {
    for (String command : List.of("/forget", "/export")) {
      assertThat(Room.message(room.writeInGroup(CANARY, command, false)).html())
          .contains("in our private chat");
    }
    assertThat(count("SELECT count(*) FROM forgetting")).isZero();
  }

  @Test
  void export_holdsWhatIsKept_andNothingOfOthers() throws IOException {
    room.write(Room.OWNER, "What did the others ask?");
    room.write(CANARY, "Will the port close?");
    Call.SendDocument sent = (Call.SendDocument) room.write(CANARY, "/export").getLast().call();
    assertThat(sent.name()).isEqualTo("isnad-my-data.json");
    assertThat(sent.content()).doesNotContain("others");

    JsonNode data = JSON.readTree(sent.content());
    assertThat(data.path("person").asLong()).isEqualTo(CANARY);
    assertThat(data.path("questions")).hasSize(1);
    JsonNode question = data.path("questions").get(0);
    assertThat(question.path("question").asText()).isEqualTo("Will the port close?");
    assertThat(question.path("asked_at").asText()).isEqualTo("2026-03-15T09:00:00Z");
    assertThat(data.path("subscriptions").isArray()).isTrue();
  }

  @Test
  void privacy_saysThePeriodsInBothLanguages() {
    assertThat(Room.message(room.write(CANARY, "/privacy")).html())
        .contains("90 days", "365 days", "7 days", "/forget", "/export");
    assertThat(Room.message(room.handle(room.text(CANARY, CANARY, "ar", "/privacy", false))).html())
        .contains("90 يومًا", "365 يومًا", "7 أيام", "/forget");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsKept_andTheLastQuestionBeforeItGoes_lookSo(Language language) {
    for (String command : List.of("privacy", "forget")) {
      Golden.assertThatMatches(
          PrivacyTest.class,
          language.code() + "-" + command,
          Golden.withoutIds(
              Room.message(
                  room.handle(room.text(CANARY, CANARY, language.code(), "/" + command, false)))));
    }
  }

  @Test
  void retention_endsWhatIsOlderThanItsPeriod() {
    write(CANARY, "Will the port close?");
    press(CANARY, lastButton("good"));
    inbox.store(List.of(new Received(1, CANARY, WORDS, Optional.of("unreadable"))));

    passAndStep(Duration.ofDays(6));
    assertThat(count("SELECT count(*) FROM inbox WHERE content <> ''")).isEqualTo(1);
    passAndStep(Duration.ofDays(2));
    assertThat(count("SELECT count(*) FROM inbox")).isZero();
    assertThat(count("SELECT count(*) FROM turn")).isZero();
    assertThat(count("SELECT count(*) FROM last_reading")).isZero();
    assertThat(count("SELECT count(*) FROM sent_answer")).isEqualTo(1);
    passAndStep(Duration.ofDays(83));
    assertThat(count("SELECT count(*) FROM sent_answer")).isZero();
    assertThat(count("SELECT count(*) FROM sent_citation")).isZero();
    assertThat(count("SELECT count(*) FROM outbox")).isZero();
    assertThat(count("SELECT count(*) FROM feedback")).isEqualTo(1);
    passAndStep(Duration.ofDays(275));
    assertThat(count("SELECT count(*) FROM feedback")).isZero();
  }

  private void passAndStep(Duration time) {
    room.pass(time);
    housekeeping.step();
  }
}
