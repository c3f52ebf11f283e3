package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names taught in the chat count at once, in both languages, and after the next start. */
class TaughtNamesTest {
  private static final String ARABIC =
      "قال مجلس صيادي الخليج الغربي يوم الأحد إن مخازن السردين فارغة تمامًا. وأضاف المجلس أن الموسم"
          + " تأخر ثلاثة أسابيع.";
  private static final String ENGLISH =
      "The Sovereign Residence said on Sunday that the lantern festival would be moved to April."
          + " Nobody in the town was asked.";

  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
    bot.ingest("a-1", "مرصد الساحل", Language.ARABIC, "مخازن السردين فارغة", ARABIC);
    bot.ingest("e-1", "The Quay Gazette", Language.ENGLISH, "Lantern festival moved", ENGLISH);
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private String ask(String question) {
    return bot.say(WholeBot.READER, question);
  }

  @Test
  void namesThatNobodyKnew_answerInTheOtherLanguage_atOnceAndAfterARestart() {
    String question = "What did the Quorlum Syndicate say about the sardines?";
    assertThat(ask(question)).doesNotContain("السردين");
    assertThat(bot.say(WholeBot.OWNER, "/alias Quorlum Syndicate = مجلس صيادي الخليج الغربي"))
        .startsWith("From now on these mean the same: Quorlum Syndicate = مجلس صيادي");
    String undo = bot.data("nameno");
    assertThat(ask(question)).contains("مخازن السردين فارغة");
    bot.restart();
    assertThat(ask(question)).contains("مخازن السردين فارغة");
    assertThat(bot.pressData(WholeBot.OWNER, undo)).contains("No longer taught");
    assertThat(ask(question)).doesNotContain("مخازن السردين فارغة");
    bot.pressData(WholeBot.OWNER, undo.replace("nameno", "nameyes"));
    assertThat(ask(question)).contains("مخازن السردين فارغة");
  }

  @Test
  void nameOfSomethingKnown_isWhoSpeaks() {
    String question = "ماذا قال البيت الأبيض عن مهرجان الفوانيس؟";
    assertThat(ask(question)).doesNotContain("lantern festival would be moved");
    bot.say(WholeBot.OWNER, "/alias White House = البيت الأبيض = the Sovereign Residence");
    assertThat(ask(question)).contains("lantern festival would be moved");
  }

  @Test
  void topicOfBefore_knowsTheNameWithTheNextArticle() {
    bot.say(WholeBot.READER, "/subscribe Quorlum Syndicate");
    bot.press(WholeBot.READER, "sub");
    long before = bot.conversation().outbox().waiting();
    bot.ingest("a-2", "مرصد الساحل", Language.ARABIC, "خبر", "اجتمع مجلس صيادي الخليج الغربي أمس.");
    assertThat(bot.conversation().outbox().waiting()).isEqualTo(before);
    bot.say(WholeBot.OWNER, "/alias Quorlum Syndicate = مجلس صيادي الخليج الغربي");
    before = bot.conversation().outbox().waiting();
    bot.ingest(
        "a-3", "مرصد الساحل", Language.ARABIC, "خبر", "وصل مجلس صيادي الخليج الغربي إلى الميناء.");
    assertThat(bot.conversation().outbox().waiting()).isGreaterThan(before);
  }

  @Test
  void namesThatMeanDifferentThings_areShown_andTaughtOnlyWhenConfirmed() {
    assertThat(bot.say(WholeBot.OWNER, "/alias Kremlin = البيت الأبيض"))
        .contains(
            "mean different things already",
            "Kremlin means Kremlin",
            "البيت الأبيض means White House");
    String yes = bot.data("nameyes");
    assertThat(bot.press(WholeBot.OWNER, "nameno")).startsWith("Left as it was");
    assertThat(bot.say(WholeBot.OWNER, "/aliases")).startsWith("No names were taught");
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("From now on");
    assertThat(bot.say(WholeBot.OWNER, "/aliases"))
        .startsWith("Groups of names that were taught: 1.");
    assertThat(bot.press(WholeBot.OWNER, "nameno")).startsWith("No longer taught: Kremlin");
    assertThat(bot.press(WholeBot.OWNER, "nameyes")).startsWith("From now on");
  }

  @Test
  void whatIsNoEquation_teachesNothing() {
    for (String wrong : List.of("x", "a = ", "= =", "1 = 2", "a = " + "b".repeat(90), "a = A")) {
      assertThat(bot.say(WholeBot.OWNER, "/alias " + wrong)).startsWith("That is no two to ten");
    }
    assertThat(bot.say(WholeBot.OWNER, "/alias White House = البيت الأبيض"))
        .startsWith("I know already");
    assertThat(bot.say(WholeBot.OWNER, "/alias")).startsWith("Which names");
    assertThat(bot.say(WholeBot.OWNER, "Ruvva Tarn = روفا تارن")).startsWith("From now on");
  }

  @Test
  void demotedEditor_cannotUseOldButtons() {
    bot.say(WholeBot.OWNER, "/grant 44 editor");
    assertThat(bot.say(44, "/alias Ruvva Tarn = روفا تارن")).startsWith("From now on");
    String undo = bot.data("nameno");
    bot.say(WholeBot.OWNER, "/revoke 44");
    assertThat(bot.pressData(44, undo)).startsWith("(Only the operators");
    assertThat(bot.say(44, "/aliases")).startsWith("Only the operators");
    assertThat(bot.say(WholeBot.OWNER, "/aliases")).contains("Ruvva Tarn");
    assertThat(bot.say(WholeBot.OWNER, "/audit"))
        .contains("By 44: name taught, Ruvva Tarn = روفا تارن");
    assertThat(bot.pressData(WholeBot.OWNER, "1:nameno:AAAAAAAAAAA")).contains("does nothing");
  }
}
