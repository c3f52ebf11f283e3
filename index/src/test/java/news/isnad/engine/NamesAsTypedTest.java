package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are typed in another way than they are printed. All news is invented. */
class NamesAsTypedTest {
  @TempDir Path folder;
  private AskedNews news;

  @BeforeEach
  void open() {
    news = new AskedNews(folder);
    news.store(
        Language.ARABIC,
        "السوق القديمة تفتح من جديد",
        "وأضاف سمير عبد المنعم، مدير السوق، أن الأبواب ستفتح يوم الأحد.",
        "وقال وائل عبدالمعين إن السوق كلفت مليون دينار.",
        "وقال تاجر الشاي جيان شيونغ إن السوق تحتاج إلى سقف جديد.",
        "وقالت الحارسة بريدغيت هولم إن السوق بلا مخازن.",
        "وقال محمد نجيب الصواف إن السوق كلفته بيته.",
        "وقال فان منغ كوانغ إن السوق أجمل من قبل.");
    news.store(
        Language.ENGLISH,
        "Old ferry returns",
        "Lt. Mat Aldous said the ferry would sail on Sunday.",
        "State prosecutor James Harlow Jr. said the ferry was insured twice.",
        "J.T. Brandvold said the ferry smelled of paint.",
        "Loren Calder, a special agent, said the ferry had been searched.");
  }

  @AfterEach
  void close() {
    news.close();
  }

  @ParameterizedTest
  @CsvSource({
    "سمير عبدالمنعم قال ايه؟, الأحد",
    "ماذا قال عبدالمنعم عن السوق؟, الأحد",
    "ماذا قال وائل عبد المعين عن السوق؟, مليون",
    "ماذا قال جيانشيونغ عن السوق؟, سقف",
    "What did Jianxiong say about the market?, سقف",
    "ماذا قالت بريجيت هولم عن السوق؟, مخازن",
    "What did Najib al-Sawaf say about the market?, بيته",
    "What did Fan Mengkuang say about the market?, أجمل",
    "What did Lt. Aldous say about the ferry?, Sunday",
    "ماذا قال المدعي جيمس هارلو عن العبارة؟, insured twice",
    "ماذا قال ج.ت. براندفولد عن العبارة؟, paint",
    "What did Loren Calder of the FBI say about the ferry?, searched",
    "ماذا قالت لورين كالدر من الإف بي آي عن العبارة؟, searched"
  })
  void nameTypedInAnotherWay_isFound(String question, String words) {
    assertThat(news.quoted(question)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "ماذا قال عبدالحميد عن السوق؟",
    "ماذا قال سمير عبدالرزاق عن السوق؟",
    "What did Najib Razak say about the market?",
    "What did Lt. Brandes say about the ferry?"
  })
  void anotherName_isSomebodyElse(String question) {
    assertThat(news.quoted(question)).isEqualTo("nothing");
  }
}
