package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passages that editors pin to questions. */
class PinsTest {
  private static final String QUESTION = "What did Otto Belwine say about the guild?";
  private static final String OTHER = "ماذا قال مدير الميناء عن النقابة؟";
  private static final String PINNED = "Pinned by the editors";
  private static final String QUOTE = "the guild will be quietly dissolved before Midwinter";

  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
    bot.ingest(
        "e-1",
        "The Quay Gazette",
        Language.ENGLISH,
        "Guild disbanded",
        "The harbour master Otto Belwine said on Sunday that "
            + QUOTE
            + ". The guild had asked Otto Belwine for a hearing.");
    bot.say(WholeBot.OWNER, "/grant 44 editor");
    bot.say(44, QUESTION);
    bot.deliver();
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private String ask(String question) {
    return bot.say(WholeBot.READER, question);
  }

  @Test
  void pinnedPassage_comesFirst_inEitherWording_untilItIsTakenBack() {
    assertThat(ask(OTHER)).doesNotContain(QUOTE);
    assertThat(bot.reply(44, "/pin " + OTHER, bot.lastMessage())).startsWith("Pinned.");
    String undo = bot.data("pinno");
    assertThat(ask("what did OTTO BELWINE say, about the guilds")).contains(PINNED, QUOTE);
    assertThat(ask(OTHER)).contains("ثبّته المحررون", QUOTE);
    assertThat(ask("What did the harbour master say?")).doesNotContain(PINNED);
    bot.restart();
    assertThat(ask(OTHER)).contains(QUOTE);
    assertThat(bot.say(44, "/pins")).contains("Pinned passages: 1", QUESTION);
    assertThat(bot.press(44, "pinno")).startsWith("No longer pinned");
    assertThat(ask(QUESTION)).doesNotContain(PINNED);
    assertThat(ask(OTHER)).doesNotContain(QUOTE);
    assertThat(bot.pressData(44, undo.replace("pinno", "pinyes"))).startsWith("Pinned.");
    assertThat(ask(QUESTION)).contains(PINNED);
    assertThat(bot.say(WholeBot.OWNER, "/audit"))
        .contains("By 44: answer pinned, " + QUESTION, "answer no longer pinned");
    bot.say(WholeBot.OWNER, "/revoke 44");
    assertThat(bot.pressData(44, undo)).startsWith("(Only the operators");
    assertThat(ask(QUESTION)).contains(PINNED);
  }

  @Test
  void pin_countsOnlyWhileItsArticleStands() {
    bot.reply(44, "/pin", bot.lastMessage());
    assertThat(ask(QUESTION)).contains(PINNED);
    bot.say(WholeBot.OWNER, "/hide e-1");
    assertThat(ask(QUESTION)).doesNotContain(PINNED).doesNotContain(QUOTE);
  }

  @Test
  void whatIsNoAnswer_isNotPinned() {
    assertThat(bot.reply(44, "/pin 9", bot.lastMessage())).startsWith("Reply to an answer");
    assertThat(bot.reply(44, "/pin", 9999)).startsWith("Reply to an answer");
    assertThat(bot.say(WholeBot.OWNER, "/pin")).startsWith("Reply to an answer");
    assertThat(bot.say(44, "/pins")).startsWith("Nothing is pinned");
  }
}
