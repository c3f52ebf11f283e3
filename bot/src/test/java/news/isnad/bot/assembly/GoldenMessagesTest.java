package news.isnad.bot.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Source;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.TryOut;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of sources, lists, channels, links and files, as both languages show it. */
class GoldenMessagesTest {
  private static final String CHANNEL =
      "'chat':{'id':-1001234500001,'type':'channel','title':'Quay Radio'}";
  private static final String OPML =
      "<opml version='2.0'><body><outline text='Quay' xmlUrl='https://quay.example/feed'/>"
          + "<outline text='Inner' xmlUrl='http://10.0.0.7/feed'/></body></opml>";

  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
  }

  @AfterEach
  void close() {
    bot.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void messagesAboutSources(String language) {
    long owner = WholeBot.OWNER;
    bot.pressData(owner, "1:lang:" + language);
    bot.receive(
        "{'update_id':%d,'my_chat_member':{'date':1,"
            + CHANNEL
            + ",'from':{'id':1,'first_name':'x'},'old_chat_member':{'status':'left'},"
            + "'new_chat_member':{'status':'administrator'}}}");
    golden(language, "channel-met");
    bot.press(owner, "followchannel");
    golden(language, "channel-followed");
    bot.say(owner, "/addchannel");
    golden(language, "channels");
    bot.engine()
        .sources()
        .add(
            "مرصد الساحل",
            URI.create("https://sahel.example/feed.xml"),
            Source.Kind.FEED,
            Optional.empty(),
            "test");
    bot.say(owner, "/sources");
    golden(language, "sources");
    bot.say(owner, "/sourcestatus");
    golden(language, "sourcestatus");
    bot.say(owner, "/sourcestatus Quay Radio");
    golden(language, "sourcestatus-channel");
    bot.files.put("list", OPML.getBytes(UTF_8));
    receive("'document':{'file_id':'list','file_name':'sources.opml','file_size':90}");
    golden(language, "opml-in");
    bot.press(owner, "opmlyes");
    golden(language, "opml-taking");
    for (int times = 0; times < 4; times++) {
      bot.deliver();
      bot.conversation().sourceImports().step();
    }
    bot.deliver();
    lastEdit(language, "opml-taken");
    bot.say(owner, "/exportsources");
    golden(language, "opml-out");
    receive("'text':'https://news.example/b-3'");
    golden(language, "link");
    receive("'document':{'file_id':'f','file_name':'report.pdf','mime_type':'application/pdf'}");
    golden(language, "file");
    bot.press(owner, "takein");
    golden(language, "file-refused");
    bot.look = (address, stages) -> trial();
    bot.say(owner, "/addsource quay.example");
    golden(language, "addsource-working");
    for (int times = 0; times < 3; times++) {
      bot.deliver();
    }
    bot.lookAround();
    bot.lookAround();
    lastEdit(language, "addsource");
    bot.look =
        (address, stages) ->
            TryOut.Trial.refused(new TryOut.Refusal(TryOut.Why.STATUS, "the server answered 404"));
    bot.say(owner, "/addsource gone.example");
    bot.lookAround();
    bot.lookAround();
    lastEdit(language, "addsource-refused");
  }

  private static TryOut.Trial trial() {
    ArticleDraft article =
        new ArticleDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Quay",
            "رافعة جديدة في ميناء بيلدافيا",
            Language.ARABIC,
            Optional.empty(),
            "x".repeat(2400));
    return new TryOut.Trial(
        List.of(
            new TryOut.Offer(
                URI.create("https://quay.example/feed.xml"),
                Source.Kind.FEED,
                "The Quay Gazette",
                12,
                3)),
        List.of(new TryOut.Sample(article, 2400, "وصلت الرافعة صباح الخميس")),
        1,
        List.of(),
        Optional.empty());
  }

  private void receive(String rest) {
    bot.receive(
        "{'update_id':%d,'message':{'message_id':%d,'date':1773565200,'chat':{'id':1,"
            + "'type':'private'},'from':{'id':1,'first_name':'x','language_code':'en'},"
            + rest
            + "}}");
  }

  private void lastEdit(String language, String name) {
    bot.delivered.reversed().stream()
        .filter(Call.EditMessage.class::isInstance)
        .map(call -> ((Call.EditMessage) call).message())
        .findFirst()
        .ifPresent(message -> golden(language, name, message));
  }

  private void golden(String language, String name) {
    for (Outgoing each : bot.said()) {
      switch (each.call()) {
        case Call.SendMessage send -> golden(language, name, send.message());
        case Call.EditMessage edit -> golden(language, name, edit.message());
        case Call.SendDocument document ->
            golden(language, name, Message.of(document.caption() + "\n" + document.name()));
        default -> {}
      }
    }
  }

  private static void golden(String language, String name, Message message) {
    Golden.assertThatMatches(
        GoldenMessagesTest.class, language + "-" + name, Golden.withoutIds(message));
  }
}
