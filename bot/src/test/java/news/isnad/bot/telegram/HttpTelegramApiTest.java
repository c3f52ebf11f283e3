package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.telegram.Call.AnswerCallback;
import news.isnad.bot.telegram.Call.BotCommand;
import news.isnad.bot.telegram.Call.CommandScope;
import news.isnad.bot.telegram.Call.EditMessage;
import news.isnad.bot.telegram.Call.GetMe;
import news.isnad.bot.telegram.Call.SendMessage;
import news.isnad.bot.telegram.FakeTelegram.Failure;
import news.isnad.bot.telegram.SendOutcome.Blocked;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.bot.telegram.SendOutcome.Migrated;
import news.isnad.bot.telegram.SendOutcome.Refused;
import news.isnad.bot.telegram.SendOutcome.Refused.Kind;
import news.isnad.bot.telegram.SendOutcome.Sent;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import news.isnad.config.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTelegramApiTest {
  private static final long PERSON = 42;

  private final FakeTelegram telegram = new FakeTelegram();
  private final HttpTelegramApi api = telegram.api();

  @AfterEach
  void close() {
    api.close();
    telegram.close();
  }

  private SendOutcome send(String html) {
    telegram.addPrivateChat(PERSON, "Reader");
    return api.call(SendMessage.to(PERSON, Message.of(html)));
  }

  @Test
  void message_isSentAsHtmlWithoutPreviews() {
    SendOutcome outcome = send("<b>مرحبا</b> &amp; hello");

    assertThat(((Sent) outcome).messageId()).isPresent();
    assertThat(telegram.said(PERSON)).containsExactly("مرحبا & hello");
    assertThat(telegram.transcript("sendMessage").getFirst().body().toString())
        .isEqualTo(
            "{\"chat_id\":42,\"text\":\"<b>مرحبا</b> &amp; hello\",\"parse_mode\":\"HTML\","
                + "\"link_preview_options\":{\"is_disabled\":true}}");
  }

  @Test
  void document_isSentWithItsContent() {
    telegram.addForum(-1001, "Desk", 5);
    SendOutcome outcome =
        api.call(
            new Call.SendDocument(
                -1001, Optional.of(5L), Optional.of(77L), "a.txt", "قمح -فحم\nx", "With 2"));

    assertThat(((Sent) outcome).messageId()).isPresent();
    var body = telegram.transcript("sendDocument").getFirst().body();
    assertThat(body.path("document").asText()).isEqualTo("قمح -فحم\nx");
    assertThat(body.path("caption").asText()).isEqualTo("With 2");
    assertThat(body.path("message_thread_id").asText()).isEqualTo("5");
    assertThat(telegram.said(-1001)).containsExactly("[file] With 2");
  }

  @Test
  void document_failsAsMessagesDo() {
    telegram.addPrivateChat(PERSON, "Reader");
    Call.SendDocument document =
        new Call.SendDocument(PERSON, Optional.empty(), Optional.empty(), "a.txt", "x", "");
    telegram.enqueueFailure("sendDocument", Failure.tooFast(7));
    assertThat(api.call(document)).isEqualTo(new SendOutcome.TooFast(Duration.ofSeconds(7)));
    telegram.enqueueFailure("sendDocument", new Failure.DropAfter());
    SendOutcome lost = api.call(document);
    assertThat(lost).isInstanceOf(SendOutcome.Unreachable.class);
    assertThat(lost.toString()).doesNotContain(FakeTelegram.TOKEN);
    api.close();
    assertThat(api.call(document)).isInstanceOf(SendOutcome.Unreachable.class);
  }

  @Test
  void picture_isSentByteForByte() {
    telegram.addForum(-1001, "Desk", 5);
    byte[] png = new byte[30];
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, -1, -128, 127};
    System.arraycopy(head, 0, png, 0, head.length);
    png[19] = 100;
    png[23] = 50;
    SendOutcome outcome =
        api.call(
            new Call.SendPhoto(-1001, Optional.of(5L), Optional.of(77L), Picture.of(png), "قمح 2"));

    assertThat(((Sent) outcome).messageId()).isPresent();
    var body = telegram.transcript("sendPhoto").getFirst().body();
    assertThat(body.path("photo").asText().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(png);
    assertThat(body.path("message_thread_id").asText()).isEqualTo("5");
    assertThat(telegram.said(-1001)).containsExactly("[photo] قمح 2");
    assertThat(telegram.unknownFields()).isEmpty();
  }

  @Test
  void fileThatSomebodySent_isFetched_upToItsMost() {
    telegram.news().file(PERSON, "a.txt", "قمح");
    String file = FakeNews.fileId("a.txt", 6);
    assertThat(api.text(file, 100)).contains("قمح");
    assertThat(api.text(file, 3)).isEmpty();
    assertThat(api.text("another", 100)).isEmpty();
  }

  @Test
  void fileOfBytes_isFetchedByteForByte() {
    byte[] content = {(byte) 0xFF, 0, (byte) 0x80, 'P', 'K', 3, 4};
    telegram.news().file(PERSON, "a.docx", "application/zip", content);

    assertThat(api.bytes(FakeNews.fileId("a.docx", content.length), 100)).contains(content);
  }

  @Test
  void fileThatTelegramKeepsToItself_isNone() {
    telegram.news().file(PERSON, "a.pdf", "application/pdf", new byte[3], 20_000_001);

    assertThat(api.bytes(FakeNews.fileId("a.pdf", 20_000_001), 30_000_000)).isEmpty();
    assertThat(telegram.transcript("getFile").getLast().answer()).contains("file is too big");
  }

  @Test
  void message_hasThreadReplyPreviewAndButtons() {
    telegram.addForum(-1001, "Desk", 5);
    Message message =
        Message.of("x")
            .withPreview("https://example.org/a")
            .withButtons(
                List.of(
                    List.of(new Button.Callback("More", "1:more:9f3c")),
                    List.of(new Button.Link("Open", "https://example.org/a"))));

    SendOutcome outcome =
        api.call(new SendMessage(-1001, Optional.of(5L), Optional.of(77L), message));

    assertThat(outcome).isInstanceOf(Sent.class);
    assertThat(telegram.transcript("sendMessage").getFirst().body().toString())
        .isEqualTo(
            "{\"chat_id\":-1001,\"message_thread_id\":5,\"text\":\"x\",\"parse_mode\":\"HTML\","
                + "\"link_preview_options\":{\"url\":\"https://example.org/a\","
                + "\"prefer_small_media\":true},\"reply_markup\":{\"inline_keyboard\":["
                + "[{\"text\":\"More\",\"callback_data\":\"1:more:9f3c\"}],"
                + "[{\"text\":\"Open\",\"url\":\"https://example.org/a\"}]]},"
                + "\"reply_parameters\":{\"message_id\":77,\"allow_sending_without_reply\":true}}");
  }

  @Test
  void everyCall_usesOnlyFieldsThatTelegramKnows() {
    telegram.addGroup(-5, "Desk");
    telegram.addPrivateChat(PERSON, "Reader");
    String query = telegram.press(PERSON, 1, PERSON, "x");
    long message =
        ((Sent) api.call(SendMessage.to(PERSON, Message.of("x")))).messageId().orElseThrow();
    List<Call> calls =
        List.of(
            new GetMe(),
            new Call.DeleteWebhook(),
            new EditMessage(PERSON, message, Message.of("y")),
            new Call.EditButtons(
                PERSON, message, List.of(List.of(new Button.Callback("b", "1:b:1")))),
            new Call.SetReaction(PERSON, message, "👀"),
            new Call.DeleteMessage(PERSON, message),
            SendMessage.to(PERSON, Message.of("What?").withReplyPrompt("words")),
            new AnswerCallback(query, Optional.of("done"), true),
            new Call.SendChatAction(PERSON, Optional.empty()),
            new Call.GetChatAdministrators(-5),
            new Call.GetChatMember(-5, PERSON),
            new Call.SetMyCommands(
                List.of(new BotCommand("ask", "Ask")),
                new CommandScope.PrivateChats(),
                Optional.of("ar")),
            new Call.SetMyCommands(
                List.of(new BotCommand("ask", "Ask")),
                new CommandScope.OneChat(PERSON),
                Optional.empty()),
            new Call.SetMyName("إسناد", Optional.of("ar")),
            new Call.SetMyDescription("Answers", Optional.empty()),
            new Call.SetMyShortDescription("Answers", Optional.empty()),
            new Call.ShowCommandsMenu(),
            new Call.LeaveChat(-5));

    assertThat(calls).allSatisfy(call -> assertThat(api.call(call)).isInstanceOf(Sent.class));
    assertThat(telegram.unknownFields()).isEmpty();
  }

  @Test
  void answers_areReadForWhatTheyMean() {
    Map<Failure, SendOutcome> meanings =
        Map.ofEntries(
            Map.entry(Failure.tooFast(7), new TooFast(Duration.ofSeconds(7))),
            Map.entry(
                new Failure.Error(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Map.of("migrate_to_chat_id", -1009876543210L)),
                new Migrated(-1009876543210L)),
            blocked(403, "Forbidden: bot was blocked by the user", Reason.BLOCKED),
            blocked(403, "Forbidden: user is deactivated", Reason.BLOCKED),
            blocked(403, "Forbidden: bot was kicked from the group chat", Reason.NOT_A_MEMBER),
            blocked(403, "Forbidden: bot is not a member of the channel chat", Reason.NOT_A_MEMBER),
            blocked(400, "Bad Request: chat not found", Reason.CHAT_NOT_FOUND),
            blocked(
                400,
                "Bad Request: not enough rights to send text messages to the chat",
                Reason.NO_RIGHTS),
            refused("Bad Request: message thread not found", Kind.THREAD_NOT_FOUND),
            refused(
                "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0",
                Kind.CANT_PARSE),
            refused("Bad Request: message is too long", Kind.TOO_LONG),
            Map.entry(
                Failure.error(413, "Request Entity Too Large"),
                new Refused(413, "Request Entity Too Large", Kind.TOO_LONG)),
            refused(
                "Bad Request: message is not modified: specified new message content and reply"
                    + " markup are exactly the same",
                Kind.NOT_MODIFIED),
            refused(
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                Kind.QUERY_TOO_OLD),
            refused("Bad Request: BUTTON_DATA_INVALID", Kind.OTHER),
            Map.entry(Failure.error(401, "Unauthorized"), new Unauthorized()),
            Map.entry(Failure.error(502, "Bad Gateway"), new Unreachable(false, "502 Bad Gateway")),
            Map.entry(
                new Failure.Page(502, "<html>Bad Gateway</html>"),
                new Unreachable(false, "HTTP 502 without JSON")),
            Map.entry(
                new Failure.Page(429, "<html>slow</html>"), new TooFast(Duration.ofSeconds(5))),
            Map.entry(new Failure.Page(200, ""), new Unreachable(false, "HTTP 200 without JSON")),
            Map.entry(
                new Failure.Page(200, "{\"ok\":tru"),
                new Unreachable(false, "the answer is not JSON")));

    meanings.forEach(
        (failure, outcome) -> {
          telegram.enqueueFailure("sendMessage", failure);
          assertThat(send("x")).isEqualTo(outcome);
        });
  }

  private static Map.Entry<Failure, SendOutcome> blocked(int code, String words, Reason reason) {
    return Map.entry(Failure.error(code, words), new Blocked(reason, words));
  }

  private static Map.Entry<Failure, SendOutcome> refused(String words, Kind kind) {
    return Map.entry(Failure.error(400, words), new Refused(400, words, kind));
  }

  @Test
  void longRetryAfter_isTakenAsItIs() {
    telegram.enqueueFailure("sendMessage", Failure.tooFast(35_000));

    assertThat(send("x")).isEqualTo(new TooFast(Duration.ofSeconds(35_000)));
  }

  @Test
  void brokenConnection_mayHaveSent() {
    telegram.enqueueFailure("sendMessage", new Failure.DropAfter());

    assertThat(send("x"))
        .isInstanceOfSatisfying(Unreachable.class, gone -> assertThat(gone.beforeSend()).isFalse());
    assertThat(telegram.said(PERSON)).as("OkHttp must not repeat it").containsExactly("x");
  }

  @Test
  void refusedConnection_hasNotSent() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HttpTelegramApi nowhere =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN),
            URI.create("http://127.0.0.1:" + port),
            Optional.empty())) {
      assertThat(nowhere.call(new GetMe()))
          .isInstanceOfSatisfying(
              Unreachable.class, gone -> assertThat(gone.beforeSend()).isTrue());
    }
  }

  @Test
  void noAnswer_endsAtTheDeadline() {
    telegram.addPrivateChat(PERSON, "Reader");
    telegram.enqueueFailure("sendMessage", new Failure.Slow(Duration.ofSeconds(20)));
    try (HttpTelegramApi hasty =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN),
            telegram.url(),
            Optional.empty(),
            Duration.ofMillis(200))) {
      assertThat(hasty.call(SendMessage.to(PERSON, Message.of("x"))))
          .isInstanceOfSatisfying(
              Unreachable.class, late -> assertThat(late.beforeSend()).isFalse());
    }
  }

  @Test
  void token_isNeverPrinted() {
    telegram.enqueueFailure("sendMessage", new Failure.DropBefore());
    telegram.enqueueFailure("sendMessage", new Failure.Page(502, "<html>"));
    String printed = send("x") + " " + send("x") + " " + api;
    api.close();
    printed += send("x");

    assertThat(printed)
        .doesNotContain(FakeTelegram.TOKEN)
        .doesNotContain(FakeTelegram.TOKEN.substring(11));
  }

  @Test
  void wrongToken_isUnauthorizedWhateverItsForm() {
    for (String wrong : List.of("999999:" + "A".repeat(35), "nonsense")) {
      try (HttpTelegramApi other =
          new HttpTelegramApi(new Secret(wrong), telegram.url(), Optional.empty())) {
        assertThat(other.call(new GetMe())).isEqualTo(new Unauthorized());
        assertThat(other.poll(0, 100, Duration.ZERO))
            .isEqualTo(new Updates.Polled.Failed(new Unauthorized()));
      }
    }
  }

  @Test
  void apiUrl_mayHaveAPath() {
    try (HttpTelegramApi deep =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN),
            URI.create(telegram.url() + "/some/where/"),
            Optional.empty())) {
      // The fake has nothing there and says so; what counts is the path it was asked for.
      assertThat(deep.call(new Call.DeleteWebhook()))
          .isEqualTo(new Unreachable(true, "404 Not Found"));
    }
  }

  @Test
  void pathOfApiUrl_standsBeforeCallsUploadsAndFiles() {
    telegram.news().file(PERSON, "a.txt", "قمح");
    try (HttpTelegramApi deep =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN),
            URI.create(telegram.url() + "/deep"),
            Optional.empty())) {
      assertThat(deep.call(new GetMe())).isInstanceOf(Sent.class);
      assertThat(deep.text(FakeNews.fileId("a.txt", 6), 100)).contains("قمح");
    }
  }

  @Test
  void proxy_carriesEverything() {
    try (HttpTelegramApi behind =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN),
            URI.create("http://telegram.invalid"),
            Optional.of("127.0.0.1:" + telegram.url().getPort()))) {
      assertThat(behind.call(new GetMe())).isInstanceOf(Sent.class);
    }
  }

  @Test
  void closed_leavesNoThread() {
    send("x");
    api.close();

    assertThat(send("x")).isInstanceOf(Unreachable.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("telegram-") && !thread.isDaemon());
  }
}
