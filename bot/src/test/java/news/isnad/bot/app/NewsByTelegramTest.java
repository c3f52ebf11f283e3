package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * News that come in by Telegram, over HTTP from end to end: a channel, files and a link that an
 * operator passes on, and a guest who asks about them.
 */
class NewsByTelegramTest {
  private static final long OPERATOR = 5;
  private static final long CHANNEL = -1001234500001L;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.system();
  private final FakeTelegram telegram = new FakeTelegram();
  private HttpServer site;
  private String port;

  @BeforeEach
  void open() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = Integer.toString(site.getAddress().getPort());
    byte[] report =
        pdf(
            "Quay wall to be rebuilt before winter",
            "The harbour office will rebuild the quay wall before the winter storms,",
            "its director Amina Solberg said on Tuesday. \"We cannot wait for another gov-",
            "ernment to find the money,\" Solberg told reporters on the pier.");
    site.createContext(
        "/report",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/pdf");
          exchange.sendResponseHeaders(200, report.length);
          exchange.getResponseBody().write(report);
          exchange.close();
        });
    site.start();
  }

  @AfterEach
  void close() {
    site.stop(0);
    telegram.close();
  }

  @Test
  void newsByTelegram_areStoredAndAnswerAGuest() throws IOException {
    try (Engine engine =
            FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
        RunningBot bot = new RunningBot(engine, settings(), clock)) {
      bot.start();
      telegram.addPrivateChat(OPERATOR, "Operator");
      followChannel();
      telegram
          .news()
          .post(
              CHANNEL,
              "Night ferry from Friday\nThe night ferry will run from Friday, said Tilda Marsh,"
                  + " who heads the Beldavia port. \"Nobody will wait on the quay,\" Marsh said.");
      passOnFiles();
      passOnLink();
      await().atMost(PATIENCE).until(() -> engine.articles().count() == 3);
      RunPages pages = new RunPages(bot.run(), clock);
      await().atMost(PATIENCE).until(() -> pages.metrics().contains("isnad_index_waiting 0\n"));
      assertThat(guest("What did Tilda Marsh say about the quay?"))
          .contains("Nobody will wait on the quay");
      assertThat(guest("ماذا قالت أمينة سولبرغ عن الرصيف؟")).contains("<blockquote>");
      assertThat(telegram.unknownFields()).isEmpty();
      assertThat(refused()).isEmpty();
      bot.end();
    }
  }

  private void followChannel() {
    telegram.addChannel(CHANNEL, "Quay Radio");
    telegram.membership(CHANNEL, OPERATOR, "left", "administrator");
    press("I am in the channel Quay Radio", "followchannel");
    said("are articles of Quay Radio");
  }

  private void passOnFiles() throws IOException {
    byte[] word =
        word(
            "إعادة بناء رصيف الميناء قبل الشتاء",
            "قالت مديرة الميناء أمينة سولبرغ يوم الثلاثاء إن الرصيف سيبنى من جديد قبل العواصف.",
            "وأضافت سولبرغ: «لا يمكننا أن ننتظر حكومة أخرى لتجد المال»، في تصريح للصحفيين.");
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    telegram.news().file(OPERATOR, "report.docx", type, word);
    press("The file report.docx", "takein");
    said("Taken in and stored: إعادة بناء رصيف الميناء قبل الشتاء");
    telegram.news().file(OPERATOR, "film.pdf", "application/pdf", word, 20_000_001);
    said("up to 20 MB");
  }

  private void passOnLink() {
    telegram.say(OPERATOR, "http://quay.example:" + port + "/report");
    press("A link to quay.example", "takein");
    said("Taken in and stored: Quay wall to be rebuilt before winter");
  }

  private String guest(String question) {
    String query = telegram.news().mention(9, "en", question);
    return await()
        .atMost(PATIENCE)
        .until(
            () -> Optional.ofNullable(telegram.answeredQueries().get(query)), Optional::isPresent)
        .orElseThrow()
        .at("/result/input_message_content/message_text")
        .asText();
  }

  /** The message to the operator with these words. */
  private Shown said(String words) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                telegram.messages(OPERATOR).stream()
                    .filter(shown -> plain(shown.text()).contains(words))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void press(String words, String action) {
    Shown shown = said(words);
    for (JsonNode row : shown.markup().path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("callback_data").asText().startsWith("1:" + action + ":")) {
          telegram.press(OPERATOR, shown.id(), OPERATOR, button.path("callback_data").asText());
        }
      }
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\u2066-\\u2069\\u200E\\u200F]", "");
  }

  /** What Telegram refused. */
  private List<String> refused() {
    return telegram.transcript().stream()
        .filter(each -> each.status() == 400)
        .map(FakeTelegram.Exchange::answer)
        .toList();
  }

  private static byte[] pdf(String title, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(14);
        content.newLineAtOffset(60, 700);
        content.showText(title);
        content.newLineAtOffset(0, -40);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] word(String... paragraphs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      for (String paragraph : paragraphs) {
        document.createParagraph().createRun().setText(paragraph);
      }
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private Settings settings() {
    return RunningBot.settings(
        folder,
        telegram,
        Map.of(
            "ISNAD_TELEGRAM_OPERATORS",
            Long.toString(OPERATOR),
            "ISNAD_FETCH_ALLOW",
            "127.0.0.0/8",
            "ISNAD_FETCH_HOSTS",
            "quay.example=127.0.0.1",
            "ISNAD_FETCH_PORTS",
            port));
  }
}
