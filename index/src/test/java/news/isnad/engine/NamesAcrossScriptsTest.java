package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is asked for in one script and printed in the other. All news is invented. */
class NamesAcrossScriptsTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");

  @TempDir Path folder;
  private Engine engine;
  private int articles;

  @BeforeEach
  void open() {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
    store(
        Language.ARABIC,
        "السوق القديمة تفتح من جديد",
        "قال رئيس جمعية التجار ناصر السويم إن السوق ستفتح يوم الأحد.",
        "وصرح عبد الحليم زرار، رئيس البلدية، أن السوق كلفت مليون دينار.",
        "وقالت الباحثة جوليا نيوتن بيشوب إن السوق تحتاج إلى سقف جديد.",
        "وقال مدير المخازن أدم جريس إن السوق بلا مخازن.",
        "وقال هادي البحرة إن السوق كلفته بيته.");
    store(
        Language.ENGLISH,
        "Old ferry returns",
        "The harbour master Abdelkarim Nessar said the ferry would sail on Sunday.",
        "Councillor Theresa May said the ferry was too small.",
        "A man who waited said the ferry was late.",
        "The National Agency for Ferries (NAF) said the ferry had been tested twice.");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "What did al-Suwaim say about the market?, الأحد",
    "What did Abdelhalim Zerrar say about the market?, مليون",
    "What did Abdul Halim Zerrar say about the market?, مليون",
    "What did Newton-Bishop say about the market?, سقف",
    "What did Grace say about the market?, مخازن",
    "What did Hadi al-Bahra say about the market?, بيته",
    "ماذا قال عبد الكريم نصار عن العبارة؟, Sunday"
  })
  void nameInTheOtherScript_isFound(String question, String words) {
    assertThat(quoted(question)).contains(words);
  }

  @Test
  void nameThatIsACommonWord_isSpelledAndMeansNothing() {
    assertThat(quoted("What did May say about the ferry?")).contains("too small");
    assertThat(quoted("What did Guy Pearl say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void acronymInBrackets_isTheNameBeforeIt() {
    assertThat(quoted("What did NAF say about the ferry?")).contains("tested twice");
    assertThat(quoted("what did naf say about the ferry")).contains("tested twice");
    assertThat(quoted("ماذا قالت NAF عن العبارة؟")).contains("tested twice");
    assertThat(quoted("What did NAFTA say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void bodyPrintedByItsAcronym_isFoundByItsName() {
    store(
        Language.ENGLISH,
        "Dam opens",
        "The report of the Board for Northern Dams (BND) lists three cracks.",
        "The BND said the dam was safe.");

    assertThat(quoted("What did the Board for Northern Dams say about the dam?"))
        .contains("dam was safe");
  }

  @Test
  void whoSaysNothingOfIt_isSilent_whereOthersSayItInTheSameLanguage() {
    store(Language.ARABIC, "ثوران", "ثار بركان في الشمال وأخليت ثلاث قرى.");

    assertThat(quoted("What did Abdelhalim Zerrar say about the volcano?")).isEqualTo("nothing");
    assertThat(quoted("What did Abdelhalim Zerrar say about the market?")).contains("مليون");
  }

  private String quoted(String question) {
    engine.catchUp();
    Answer answer =
        engine
            .judge(question, new Asking(MAY, ZoneOffset.UTC, Optional.empty(), Optional.empty()))
            .answer();
    return answer instanceof Answer.Found found ? found.citations().getFirst().quote() : "nothing";
  }

  private void store(Language language, String title, String... sentences) {
    engine
        .articles()
        .store(
            List.of(
                new ArticleDraft(
                    Optional.of("a" + articles++),
                    Optional.empty(),
                    Optional.empty(),
                    "Vale Courier",
                    title,
                    language,
                    Optional.of(MAY),
                    String.join("\n", sentences))));
  }
}
