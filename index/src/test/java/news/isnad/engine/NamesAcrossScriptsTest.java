package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is asked for in one script and printed in the other. All news is invented. */
class NamesAcrossScriptsTest {
  @TempDir Path folder;
  private AskedNews news;

  @BeforeEach
  void open() {
    news = new AskedNews(folder);
    news.store(
        Language.ARABIC,
        "السوق القديمة تفتح من جديد",
        "قال رئيس جمعية التجار ناصر السويم إن السوق ستفتح يوم الأحد.",
        "وصرح عبد الحليم زرار، رئيس البلدية، أن السوق كلفت مليون دينار.",
        "وقالت الباحثة جوليا نيوتن بيشوب إن السوق تحتاج إلى سقف جديد.",
        "وقال مدير المخازن أدم جريس إن السوق بلا مخازن.",
        "وقال هادي البحرة إن السوق كلفته بيته.",
        "وقال الحارس فيرنر دي بروين إن السوق مظلمة.",
        "وقال أحمد الربيع إن السوق بلا ماء.");
    news.store(
        Language.ENGLISH,
        "Old ferry returns",
        "The harbour master Abdelkarim Nessar said the ferry would sail on Sunday.",
        "Councillor Theresa May said the ferry was too small.",
        "A man who waited said the ferry was late.",
        "The National Agency for Ferries (NAF) said the ferry had been tested twice.");
  }

  @AfterEach
  void close() {
    news.close();
  }

  @ParameterizedTest
  @CsvSource({
    "What did al-Suwaim say about the market?, الأحد",
    "What did Abdelhalim Zerrar say about the market?, مليون",
    "What did Abdul Halim Zerrar say about the market?, مليون",
    "What did Newton-Bishop say about the market?, سقف",
    "What did Grace say about the market?, مخازن",
    "What did Hadi al-Bahra say about the market?, بيته",
    "What did De Bruyn say about the market?, مظلمة",
    "What did Ahmed Rabie say about the market?, ماء",
    "ماذا قال عبد الكريم نصار عن العبارة؟, Sunday"
  })
  void nameInTheOtherScript_isFound(String question, String words) {
    assertThat(news.quoted(question)).contains(words);
  }

  @Test
  void nameThatIsACommonWord_isSpelledAndMeansNothing() {
    assertThat(news.quoted("What did May say about the ferry?")).contains("too small");
    assertThat(news.quoted("What did Guy Pearl say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void acronymInBrackets_isTheNameBeforeIt() {
    assertThat(news.quoted("What did NAF say about the ferry?")).contains("tested twice");
    assertThat(news.quoted("what did naf say about the ferry")).contains("tested twice");
    assertThat(news.quoted("ماذا قالت NAF عن العبارة؟")).contains("tested twice");
    assertThat(news.quoted("What did NAFTA say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void bodyPrintedByItsAcronym_isFoundByItsName() {
    news.store(
        Language.ENGLISH,
        "Dam opens",
        "The report of the Board for Northern Dams (BND) lists three cracks.",
        "The BND said the dam was safe.");

    assertThat(news.quoted("What did the Board for Northern Dams say about the dam?"))
        .contains("dam was safe");
  }

  @Test
  void whoSaysNothingOfIt_isSilent_whereOthersSayItInTheSameLanguage() {
    news.store(Language.ARABIC, "ثوران", "ثار بركان في الشمال وأخليت ثلاث قرى.");

    assertThat(news.quoted("What did Abdelhalim Zerrar say about the volcano?"))
        .isEqualTo("nothing");
    assertThat(news.quoted("What did Abdelhalim Zerrar say about the market?")).contains("مليون");
  }
}
