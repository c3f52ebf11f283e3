package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that paired stories suggest are offered once, and taught by a button only. */
class NameProposalsTest {
  @TempDir Path folder;

  @Test
  void nameInBothLanguagesOfAStory_isProposedOnce() {
    try (WholeBot bot = new WholeBot(folder)) {
      bot.ingest(
          "e-1",
          "Meridian Wire",
          Language.ENGLISH,
          "Crane collapse at Port Ansel grain terminal kills nine",
          "A crane collapsed onto a grain terminal in Port Ansel on Tuesday, killing nine workers."
              + " \"The crane had been checked in March,\" said Nadim Karoub, the director of the"
              + " port. Nadim Karoub said 31 workers were injured.");
      bot.ingest(
          "a-1",
          "صحيفة المرفأ",
          Language.ARABIC,
          "انهيار رافعة في ميناء بورت أنسل يودي بحياة تسعة عمال",
          "لقي تسعة عمال مصرعهم وأصيب 31 آخرون يوم الثلاثاء إثر انهيار رافعة على صومعة الحبوب في"
              + " ميناء بورت أنسل. وقال نديم كاروب مدير الميناء: «فُحصت الرافعة في مارس».");
      assertThat(bot.conversation().nameProposals().step()).isTrue();
      assertThat(bot.conversation().nameProposals().step()).isFalse();
      assertThat(bot.say(WholeBot.OWNER, "/aliases"))
          .contains("Do these mean the same?", "Nadim Karoub = نديم كاروب");
      assertThat(bot.engine().names().allNamed("نديم كاروب")).isEmpty();
      assertThat(bot.press(WholeBot.OWNER, "nameyes"))
          .startsWith("From now on these mean the same: Nadim Karoub");
      assertThat(bot.engine().names().allNamed("نديم كاروب")).hasSize(1);
      assertThat(bot.press(WholeBot.OWNER, "nameno")).startsWith("No longer taught");
      bot.ingest(
          "a-2",
          "مرصد الساحل",
          Language.ARABIC,
          "انهيار رافعة في ميناء بورت أنسل ومقتل تسعة عمال",
          "لقي تسعة عمال مصرعهم إثر انهيار رافعة على صومعة الحبوب في ميناء بورت أنسل الثلاثاء."
              + " وقال نديم كاروب مدير الميناء إن 31 عاملًا أصيبوا.");
      bot.conversation().nameProposals().step();
      assertThat(bot.say(WholeBot.OWNER, "/aliases")).startsWith("No names were taught");
    }
  }
}
