package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.speaker.Find.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicPapersTest {
  private static final ArabicPapers PAPERS = new ArabicPapers(ArabicLine.WORDS);

  private static Subject.Phrase from(int at) {
    return new Subject.Phrase(at, at + 1, at + 1, at + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وفقا لبيان صادر عن الوزارة.|الوزارة",
        "بحسب تقرير نشرته الوزارة.|الوزارة",
        "بحسب تقرير عن الوزارة.|-",
      })
  void issuer_isWhoeverThePaperComesFrom(String sentence, String expected) {
    ArabicLine read = ArabicLine.of(sentence);
    int issuer = ArabicPapers.issuer(read.line(), from(1));
    assertThat(issuer < 0 ? "-" : read.line().token(issuer).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وجاء في بيان أن الجسر آمن.|بيان|true",
        "وجاء في الوزارة أن الجسر آمن.|الوزارة|false",
      })
  void paper_isNotWhoeverIssuesIt(String sentence, String word, boolean paper) {
    ArabicLine read = ArabicLine.of(sentence);
    assertThat(PAPERS.isPaper(read.line(), from(read.at(word)))).isEqualTo(paper);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "بحسب المعلومات المتوفرة.|المعلومات|true",
        "بحسب الوزارة.|الوزارة|false",
      })
  void thing_isNobody(String sentence, String word, boolean thing) {
    ArabicLine read = ArabicLine.of(sentence);
    assertThat(PAPERS.isThing(read.line(), from(read.at(word)))).isEqualTo(thing);
  }
}
