package news.isnad.bot.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in through Telegram: files, links and channels. */
class ChannelsTest {
  private static final long CHANNEL = -1001234500001L;
  private static final String POST =
      "Ferry to run all night\\nThe night ferry will run from Friday, said Tilda Marsh, who heads"
          + " the Beldavia port. \\\"Nobody will wait on the quay,\\\" Marsh said.";

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

  private String message(long person, String rest) {
    return ("{'update_id':%d,'message':{'message_id':%d,'date':1773565200,'chat':{'id':P,'type':'private'},"
                + "'from':{'id':P,'first_name':'x','language_code':'en'},"
            + rest
            + "}}")
        .replace("P,", person + ",");
  }

  private static String file(String id, String name, String type) {
    return "'document':{'file_id':'%s','file_name':'%s','mime_type':'%s','file_size':900}"
        .formatted(id, name, type);
  }

  private String channel(String field, String rest) {
    return "{'update_id':%d,'"
        + field
        + "':{'message_id':7,'date':1773565200,'chat':{'id':"
        + CHANNEL
        + ",'type':'channel','title':'Quay Radio','username':'quayradio'},"
        + rest
        + "}}";
  }

  private String membership(long person, String before, String after) {
    return ("{'update_id':%d,'my_chat_member':{'date':1,'chat':{'id':"
            + CHANNEL
            + ",'type':'channel','title':'Quay Radio'},"
            + "'from':{'id':P,'first_name':'x','language_code':'en'},"
            + "'old_chat_member':{'status':'B'},'new_chat_member':{'status':'A'}}}")
        .replace("P,", person + ",")
        .replace("'B'", "'" + before + "'")
        .replace("'A'", "'" + after + "'");
  }

  private List<Edition> stored() {
    return bot.engine().articles().latest(10);
  }

  // ---- what is passed on

  @Test
  void file_ofAnOperator_isTakenInWhenTheySaySo() {
    bot.files.put(
        "f1",
        ("Bridge to close for a week\n\nThe old bridge closes on Monday for repairs, said engineer"
                + " Pia Lund of the roads office on Thursday. \"It will open again in a week,\" she"
                + " said to the council.\n")
            .getBytes(UTF_8));

    String offered = bot.receive(message(WholeBot.OWNER, file("f1", "bridge.txt", "text/plain")));
    assertThat(offered).contains("The file bridge.txt. What shall I do with it?");
    assertThat(stored()).isEmpty();

    assertThat(bot.press(WholeBot.OWNER, "takein"))
        .contains("Taken in and stored: Bridge to close for a week · bridge · 1 article.");
    assertThat(stored()).extracting(Edition::title).containsExactly("Bridge to close for a week");
    assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("article taken in, bridge.txt");
  }

  @Test
  void buttonsOfAnOffer_workOnceAndOnlyForTheOneWhoSentIt() {
    bot.files.put("f1", "x".getBytes(UTF_8));
    bot.receive(message(WholeBot.OWNER, file("f1", "bridge.txt", "text/plain")));
    String data = bot.data("takein");

    assertThat(bot.pressData(WholeBot.READER, data)).contains("Only the operators");
    assertThat(bot.pressData(WholeBot.OWNER, data)).contains("Not taken in:");
    assertThat(bot.pressData(WholeBot.OWNER, data)).contains("older message");
  }

  @Test
  void file_ofAReader_isNotRead() {
    assertThat(bot.receive(message(WholeBot.READER, file("f1", "a.pdf", "application/pdf"))))
        .contains("Such files I do not read");
  }

  @Test
  void file_tooLargeForTelegram_isRefusedAtOnce() {
    assertThat(
            bot.receive(
                message(
                    WholeBot.OWNER,
                    file("f1", "a.pdf", "application/pdf").replace("900", "20000001"))))
        .contains("up to 20 MB");
  }

  @Test
  void forwardedWordsWithALink_areCheckedAsAQuotation() {
    bot.ingest(
        "q1",
        "The Harbour Post",
        Language.ENGLISH,
        "Night ferry",
        "\"Nobody will wait on the quay tonight,\" said Tilda Marsh on Friday.");
    String shared =
        "'forward_origin':{'type':'hidden_user','sender_user_name':'A'},"
            + "'text':'Nobody will wait on the quay tonight https://news.example/x'";

    assertThat(bot.receive(message(WholeBot.OWNER, shared))).contains("A link to news.example");
    assertThat(bot.press(WholeBot.OWNER, "isquote")).contains("Printed word for word");
    assertThat(bot.receive(message(WholeBot.READER, shared))).doesNotContain("What shall I do");
  }

  @Test
  void link_toAForbiddenAddress_isRefusedByTheGuard() {
    bot.receive(message(WholeBot.OWNER, "'text':'http://127.0.0.1:9/x'"));

    assertThat(bot.press(WholeBot.OWNER, "takein")).contains("Not taken in:");
    assertThat(stored()).isEmpty();
  }

  @Test
  void offer_isLeftAlone() {
    bot.receive(message(WholeBot.OWNER, "'text':'https://news.example/x'"));

    assertThat(bot.press(WholeBot.OWNER, "takenot")).contains("Left alone.");
  }

  // ---- channels

  @Test
  void channel_isFollowedOnlyWhereAnOperatorSaysSo() {
    String met = bot.receive(membership(WholeBot.OWNER, "left", "administrator"));
    assertThat(met).contains("I am in the channel Quay Radio");
    String data = bot.data("followchannel");
    bot.receive(channel("channel_post", "'text':'" + POST + "'"));
    assertThat(stored()).isEmpty();

    assertThat(bot.pressData(WholeBot.READER, data)).contains("Only the operators");
    assertThat(bot.pressData(WholeBot.OWNER, data)).contains("are articles of Quay Radio");
    bot.receive(channel("channel_post", "'text':'" + POST + "'"));

    Edition post = stored().getFirst();
    assertThat(post.outlet()).isEqualTo("Quay Radio");
    assertThat(post.title()).isEqualTo("Ferry to run all night");
    assertThat(post.url().map(Object::toString)).contains("https://t.me/quayradio/7");
    bot.engine().catchUp();
    assertThat(bot.say(WholeBot.READER, "What did Tilda Marsh say about the quay?"))
        .contains("Nobody will wait on the quay")
        .contains("Quay Radio");
  }

  @Test
  void editedPost_isAnotherEdition() {
    follow();
    bot.receive(channel("channel_post", "'text':'" + POST + "'"));
    bot.receive(
        channel("edited_channel_post", "'caption':'" + POST.replace("Friday", "Sunday") + "'"));

    assertThat(bot.engine().articles().count()).isEqualTo(1);
    assertThat(stored().getFirst().text()).contains("from Sunday");
    assertThat(bot.engine().articles().lastSequence()).isEqualTo(2);
  }

  @Test
  void forwardedPost_namesItsOriginAsUpstream() {
    follow();
    bot.receive(
        channel(
            "channel_post",
            "'text':'"
                + POST
                + "','forward_origin':{'type':'channel','chat':{'id':-1009,'title':'Pier Wire'},"
                + "'message_id':3}"));

    List<Statement> statements = bot.engine().understand(stored().getFirst());
    assertThat(statements)
        .filteredOn(statement -> statement.speaker().isPresent())
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.upstream())
                    .extracting(upstream -> upstream.name())
                    .containsExactly("Pier Wire"));
  }

  @Test
  void forwardedPostAfterAddchannel_namesTheChannel() {
    bot.receive(membership(WholeBot.READER, "left", "administrator"));
    assertThat(bot.say(WholeBot.OWNER, "/addchannel")).contains("The channels that I am in");

    String shared =
        "'text':'Some post.','forward_origin':{'type':'channel','message_id':7,'chat':{'id':"
            + CHANNEL
            + ",'title':'Quay Radio','type':'channel'}}";
    assertThat(bot.receive(message(WholeBot.OWNER, shared))).contains("articles of Quay Radio");
    assertThat(bot.press(WholeBot.OWNER, "unfollowchannel")).contains("no articles any more");
    assertThat(bot.say(WholeBot.OWNER, "/addchannel @quay_other")).contains("in no such channel");
    assertThat(bot.say(WholeBot.OWNER, "/addchannel " + CHANNEL + " The Quay"))
        .contains("articles of The Quay");
  }

  @Test
  void followedChannel_isASourceThatCanBeSeenAndEnded() {
    follow();

    assertThat(bot.say(WholeBot.READER, "/sources"))
        .contains("Tracked: 1 source")
        .contains("Telegram channel Quay Radio");
    assertThat(bot.say(WholeBot.READER, "/sources radio")).contains("Telegram channel Quay Radio");
    assertThat(bot.say(WholeBot.OWNER, "/sourcestatus"))
        .contains("Tracked sources: 1", "Telegram channel Quay Radio");
    assertThat(bot.press(WholeBot.OWNER, "unfollowchannel")).contains("no articles any more");
    assertThat(bot.press(WholeBot.OWNER, "followchannel")).contains("are articles of Quay Radio");
    assertThat(bot.say(WholeBot.OWNER, "/sourcestatus quay radio")).contains("as they are posted");
    assertThat(bot.say(WholeBot.OWNER, "/removesource Quay Radio")).contains("[1] End Quay Radio");
    assertThat(bot.press(WholeBot.OWNER, "unfollowchannel")).contains("no articles any more");
    assertThat(bot.say(WholeBot.READER, "/sources")).doesNotContain("Quay Radio");
  }

  @Test
  void longNamesAndWords_areCutBetweenCharacters() {
    follow();
    String ships = "x" + "\uD83D\uDEA2".repeat(60);
    assertThat(bot.say(WholeBot.OWNER, "/addchannel " + CHANNEL + " " + ships))
        .contains("articles of x" + "\uD83D\uDEA2".repeat(39) + ".");

    String words = "x" + "\uD83D\uDEA2".repeat(2040);
    bot.receive(
        message(
            WholeBot.OWNER,
            "'forward_origin':{'type':'hidden_user','sender_user_name':'A'},'text':'"
                + "x"
                + words
                + " yz https://news.example/x'"));
    assertThat(bot.press(WholeBot.OWNER, "isquote")).doesNotContain("\uFFFD");
  }

  @Test
  void channelThatWeLeft_isForgotten() {
    follow();
    bot.receive(membership(WholeBot.OWNER, "administrator", "kicked"));
    bot.receive(membership(WholeBot.READER, "left", "administrator"));
    bot.receive(channel("channel_post", "'text':'" + POST + "'"));

    assertThat(stored()).isEmpty();
  }

  private void follow() {
    bot.receive(membership(WholeBot.OWNER, "left", "administrator"));
    bot.press(WholeBot.OWNER, "followchannel");
  }
}
