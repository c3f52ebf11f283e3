package news.isnad.bot.assembly;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that operators hide or take down. */
class ArticleDecisionsTest {
  private static final String TITLE = "Lanternwright guild disbanded";
  private static final String QUOTE = "the guild will be quietly dissolved before Midwinter";
  private static final String TEXT =
      "The harbour master Otto Belwine said on Sunday that "
          + QUOTE
          + ". The lanternwrights had asked for a hearing.";
  private static final String QUESTION = "What did Otto Belwine say about the guild?";
  private static final String UNANSWERED = "What did Otto Belwine say about the herring tax?";
  private static final String ADDRESS = "https://news.example/e-1";

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

  private void ingest() {
    bot.ingest("e-1", "The Quay Gazette", Language.ENGLISH, TITLE, TEXT);
    bot.ingest(
        "e-2",
        "The Quay Gazette",
        Language.ENGLISH,
        "Herring prices",
        "Herring was sold for nine crowns a barrel on Monday, the market said.");
  }

  private String ask() {
    return bot.say(WholeBot.READER, QUESTION);
  }

  private int waiting() {
    return Math.toIntExact(bot.conversation().outbox().waiting());
  }

  @Test
  void hiddenArticle_isNeitherCitedNorToldOf_untilItIsShownAgain() {
    bot.say(WholeBot.READER, "/subscribe lanternwright");
    bot.press(WholeBot.READER, "sub");
    bot.deliver();
    ingest();
    assertThat(waiting()).isPositive();
    assertThat(ask()).contains(QUOTE);
    assertThat(bot.say(WholeBot.OWNER, "/hide " + ADDRESS)).startsWith("Hidden").contains(TITLE);
    String undo = bot.data("hideno");
    bot.delivered.clear();
    bot.deliver();
    assertThat(bot.delivered(WholeBot.READER)).noneMatch(said -> said.contains(TITLE));
    assertThat(ask()).doesNotContain(QUOTE);
    assertThat(bot.say(WholeBot.READER, "/latest")).doesNotContain(TITLE);
    bot.ingest("e-1", "The Quay Gazette", Language.ENGLISH, TITLE, TEXT + " Nobody came.");
    bot.deliver();
    assertThat(bot.delivered(WholeBot.READER)).noneMatch(said -> said.contains(TITLE));
    bot.restart();
    assertThat(ask()).doesNotContain(QUOTE);
    assertThat(bot.say(WholeBot.OWNER, "/hide")).startsWith("Hidden now").contains(TITLE);
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("Shown again");
    assertThat(ask()).contains(QUOTE);
    assertThat(bot.pressData(WholeBot.OWNER, undo.replace("hideno", "hideyes")))
        .startsWith("Hidden");
    assertThat(bot.say(WholeBot.OWNER, "/audit"))
        .contains("article hidden, e-1", "article shown again, e-1");
  }

  @Test
  void articleIsChosen_byAReplyToWhatShowsIt() {
    ingest();
    bot.say(WholeBot.OWNER, QUESTION);
    bot.deliver();
    assertThat(bot.reply(WholeBot.OWNER, "/hide", bot.lastMessage())).startsWith("Hidden");
    assertThat(bot.say(WholeBot.OWNER, "/hide https://news.example/none"))
        .startsWith("No article of that address");
  }

  @Test
  void editor_mayNeitherHideNorTakeDown() {
    ingest();
    bot.say(WholeBot.OWNER, "/grant 44 editor");
    assertThat(bot.say(44, "/hide " + ADDRESS)).startsWith("Only the operators");
    bot.say(WholeBot.OWNER, "/takedown " + ADDRESS);
    assertThat(bot.press(44, "downyes")).startsWith("(Only the operators");
    assertThat(ask()).contains(QUOTE);
  }

  @Test
  void ofWhatIsTakenDown_noByteIsLeft_andMessagesAreChanged() throws IOException {
    bot.say(WholeBot.READER, "/subscribe lanternwright");
    bot.press(WholeBot.READER, "sub");
    bot.deliver();
    ingest();
    bot.deliver();
    ask();
    bot.say(3, QUESTION);
    bot.deliver();
    bot.gone.add(bot.lastMessage());
    assertThat(traces()).isNotEmpty();
    assertThat(bot.say(WholeBot.OWNER, "/takedown " + ADDRESS)).contains("Take this down?", TITLE);
    String yes = bot.data("downyes");
    bot.deliver();
    bot.say(4, QUESTION); // waits and is never sent
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("It is being taken down");
    bot.say(4, QUESTION);
    bot.conversation().takedowns().step();
    bot.deliver();
    bot.conversation().takedowns().step();
    bot.deliver();

    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .isEqualTo(
            "Taken down: e-1. Messages that showed it: 2 changed, 1 could not be changed,"
                + " 0 wait for chats that are closed to me.");
    assertThat(bot.delivered(WholeBot.READER))
        .contains("An article that this message showed was taken down.");
    assertThat(bot.delivered(4)).noneMatch(said -> said.contains("dissolved"));
    assertThat(ask()).doesNotContain(QUOTE);
    Path backup = folder.resolve("backup.db");
    bot.engine().database().backup(backup);
    assertThat(traces()).isEmpty();
    assertThat(bot.engine().findings(true)).isEmpty();
    bot.ingest("e-1", "The Quay Gazette", Language.ENGLISH, TITLE, TEXT);
    bot.restart();
    bot.engine().rebuild(_ -> {});
    assertThat(ask()).doesNotContain(QUOTE);
    assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("article taken down, e-1");
  }

  @Test
  void messageThatDidNotShowIt_staysAsItIs() {
    ingest();
    assertThat(bot.say(WholeBot.READER, UNANSWERED)).contains("Nothing in the tracked news");
    bot.deliver();
    assertThat(bot.say(3, UNANSWERED)).contains("Nothing in the tracked news");
    bot.deliver();
    assertThat(bot.press(3, "nearest")).contains(QUOTE);
    bot.deliver();
    ask();
    bot.press(WholeBot.READER, "context");
    bot.deliver();

    bot.say(WholeBot.OWNER, "/takedown " + ADDRESS);
    bot.press(WholeBot.OWNER, "downyes");
    bot.conversation().takedowns().step();
    bot.deliver();
    bot.conversation().takedowns().step();
    bot.deliver();

    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .startsWith("Taken down: e-1. Messages that showed it: 3 changed, 0 could not");
  }

  @Test
  void listsThatShowedIt_areChanged_inTheirLanguage() {
    ingest();
    bot.say(WholeBot.READER, "/latest");
    bot.deliver();
    bot.say(3, "/quote " + QUOTE);
    bot.deliver();
    bot.say(4, "ماذا قال Otto Belwine عن guild؟");
    bot.deliver();

    takeDown();

    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .startsWith("Taken down: e-1. Messages that showed it: 3 changed, 0 could not");
    assertThat(bot.delivered(WholeBot.READER).getLast())
        .isEqualTo("An article that this message showed was taken down.");
    assertThat(bot.delivered(3).getLast())
        .isEqualTo("An article that this message showed was taken down.");
    assertThat(bot.delivered(4).getLast()).isEqualTo("أُزيل مقال كانت هذه الرسالة تعرضه.");
  }

  @Test
  void whatElseWasToldOfItsStory_stays() {
    bot.say(WholeBot.READER, "/subscribe lanternwright");
    bot.press(WholeBot.READER, "sub");
    bot.deliver();
    ingest();
    bot.deliver();
    bot.pressData(WholeBot.READER, delivered("1:actx:"));
    bot.deliver();
    bot.ingest(
        "e-3",
        "The Tide",
        Language.ENGLISH,
        "Lanternwright guild will not be dissolved, says warden",
        "Ilse Tamm, the warden of the lanternwright guild, denied that the guild will be dissolved"
            + " before Midwinter, as harbour master Otto Belwine said on Sunday. \"There is a"
            + " hearing on Friday,\" Tamm said.");
    bot.deliver();
    assertThat(bot.delivered(WholeBot.READER).getLast()).startsWith("Denial:");
    long denial = bot.delivered.size();

    takeDown();

    assertThat(bot.delivered)
        .noneMatch(call -> call instanceof Call.EditMessage edit && edit.messageId() == denial);

    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .startsWith("Taken down: e-1. Messages that showed it: 2 changed, 0 could not");
  }

  /** The data of a button of a message that was delivered. */
  private String delivered(String data) {
    return bot.delivered.stream()
        .filter(Call.SendMessage.class::isInstance)
        .flatMap(call -> ((Call.SendMessage) call).message().buttons().stream())
        .flatMap(List::stream)
        .filter(Button.Callback.class::isInstance)
        .map(button -> ((Button.Callback) button).data())
        .filter(each -> each.startsWith(data))
        .findFirst()
        .orElseThrow();
  }

  private void takeDown() {
    bot.say(WholeBot.OWNER, "/takedown " + ADDRESS);
    bot.press(WholeBot.OWNER, "downyes");
    bot.conversation().takedowns().step();
    bot.deliver();
    bot.conversation().takedowns().step();
    bot.deliver();
  }

  /** Files below the folder that hold words of the article, in any writing of them. */
  private List<String> traces() throws IOException {
    List<byte[]> words = new ArrayList<>();
    for (String word :
        List.of(
            "Lanternwright",
            "lanternwrights had",
            "Midwinter",
            "quietly dissolved",
            "Belwine said")) {
      words.add(word.getBytes(UTF_8));
      words.add(word.getBytes(UTF_16LE));
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        words.stream()
            .filter(word -> holds(content, word))
            .forEach(word -> found.add(file.getFileName() + ": " + new String(word, UTF_8)));
      }
    }
    return found;
  }

  private static boolean holds(byte[] content, byte[] word) {
    for (int at = 0; at + word.length <= content.length; at++) {
      if (Arrays.equals(content, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }
}
