package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct, reported or mixed; the text is invented. */
class SpeechKindTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "وختم سامي درويش بالقول: «لن نسكت». | DIRECT",
        "وقال شاهد عيان رفض الكشف عن اسمه: \"سمعنا طلقات\". | DIRECT",
        "ردا على سؤال حول الميزانية، أجابت الوزيرة هدى النجار: «الأرقام ستعلن قريبا»، رافضة الخوض"
            + " في التفاصيل. | DIRECT",
        "وقال سامي درويش: إن الجسر جاهز. | REPORTED",
        "وشدد سامي درويش على أن الإدارة «فشلت في كل شيء»، داعيا إلى انتخابات. | MIXED",
        "وأعلنت شركة «المراكب» شراء ثلاث سفن. | REPORTED",
        "وقال سامي درويش إن فيلم «الميناء الأخير» جاهز. | REPORTED",
        "وقال سامي درويش إن العرض «مهزلة». | MIXED",
        "وأوضح سامي درويش أن البلاد «لن تتردد»، مضيفا: «أمننا خط أحمر». | MIXED",
        "Olga Brandt said: \"No.\" | DIRECT",
        "\"It was chaos,\" said Maria Lopez, 34, a nurse who was on the second floor when the fire"
            + " began. | DIRECT",
        "The town would see \"a year without a summer\" and worse, Olga Brandt said. | MIXED",
        "Olga Brandt said that the film \"The Last Harbour\" was ready. | REPORTED",
        "Olga Brandt said that rates would \"stay higher\", adding that prices fell. | MIXED"
      })
  void kind_followsTheMarksAndTheClause(String text, Speech speech) {
    List<Statement> statements = ATTRIBUTION.statements(Editions.of(text, Language.detect(text)));

    assertThat(statements).as(text).isNotEmpty().allMatch(s -> s.speech() == speech);
  }
}
