package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.WordIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
  @ParameterizedTest
  @CsvSource({
    "how many sailors were rescued, COUNT",
    "how much did Veldmark pay for the ferry, MONEY",
    "what percentage of voters stayed at home, SHARE",
    "how old is the harbour master, AGE",
    "how long did the strike last, DURATION",
    "how many people more came than last year, CHANGE",
    "how fast was the ferry going, SPEED",
    "how far is the lighthouse from the quay, LENGTH",
    "how much grain was in the hold, AMOUNT",
    "how much did the grain cost, MONEY",
    "كم سرعة العبّارة, SPEED",
    "كم يبعد الفنار عن الرصيف, LENGTH",
    "كم طنا من القمح في السفينة, AMOUNT",
    "كم بحارا أنقذوا, COUNT",
    "بكام باعوا العبّارة, MONEY",
    "ما نسبة المشاركة, SHARE",
    "كم عمر الوزيرة, AGE",
    "كم استغرق الإضراب, DURATION",
    "كم ارتفع عدد الزوار, CHANGE",
    "كم بلغت صفقة انتقال الحارس, MONEY"
  })
  void wordsOfQuestion_sayWhatIsMeasured(String question, Measure measure) {
    assertThat(Measure.asked(question, Language.detect(question))).isEqualTo(measure);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT, The crews saved twelve sailors off the quay, 1",
    "COUNT, The company paid 12 million dollars for it, 0.5",
    "COUNT, The quay was built in 1974, 0.5",
    "COUNT, The number of sailors rose by 40, 0.5",
    "CHANGE, The number of sailors rose by 40, 1",
    "COUNT, The sailors came home, 0",
    "MONEY, It sold the ferry for $9m, 1",
    "MONEY, It sold two ferries, 0.5",
    "SHARE, Turnout reached 41% at noon, 1",
    "AGE, The 52-year-old minister resigned, 1",
    "AGE, 'The diver, Ana Marsh, 48, was found on Monday', 1",
    "AGE, 'The ferry, built in 1998, carried 48 bags', 0.5",
    "DURATION, The talks took three weeks, 1",
    "SPEED, The ferry was going at 40 mph, 1",
    "SPEED, The ferry left at 40 minutes past nine, 0.5",
    "LENGTH, It stands 300 metres from the quay, 1",
    "AMOUNT, They found nearly 30 grams of amber, 1",
    "AMOUNT, They found 30 bags, 0.5",
    "SPEED, كانت تسير بسرعة 40 كيلومترا في الساعة, 1",
    "AMOUNT, عثروا على 30 طنا من القمح, 1",
    "LENGTH, يبعد الفنار 300 متر عن الرصيف, 1",
    "COUNT, أنقذت الفرق 12 بحارا, 1",
    "COUNT, أنقذت الفرق اثني عشر بحارا, 1",
    "COUNT, استقبلت الوزيرة الوفد, 0",
    "COUNT, ارتفع عدد الزوار بنسبة 40 ألفا, 0.5",
    "MONEY, بيعت العبارة بمبلغ تسعة ملايين دولار, 1",
    "SHARE, بلغت المشاركة 41 في المئة, 1",
    "SHARE, بلغت المشاركة ٤١٪, 1",
    "DURATION, استمرت المحادثات ثلاثة أسابيع, 1",
    "COUNT, غادر 10 بالمائة من السكان, 0.5",
    "COUNT, غادر 10 في المئة من السكان, 0.5"
  })
  void sentence_saysNumberOfMeasure(Measure measure, String sentence, double well) {
    Language language = Language.detect(sentence);
    assertThat(measure.in(sentence, Measure.folded(sentence, language), language)).isEqualTo(well);
  }

  @Test
  void timeIsNamedByWholeWords() {
    assertThat(isTime("The court rules on Tuesday")).isTrue();
    assertThat(isTime("والمحكمة تصدر حكمها بالخميس")).isTrue();
    assertThat(isTime("الرأي العام يتابع التصويت")).isTrue();
    assertThat(isTime("The court will weigh everything")).isFalse();
    assertThat(isTime("العامة يتابعون التصويت")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وصل فالاثنين موعدهم",
        "حتى للجمعة القادمة",
        "ووصل وبالسبت",
        "قتل خمسة",
        "قتل وخمسة غيرهم",
        "دفعوا لثلاثة",
        "Five men came",
        "It was ٣٥",
      })
  void timeOrNumber_isSeenHoweverItIsWritten(String text) {
    Language language = Language.detect(text);
    WordIds words = WordIds.of(text, new Span(0, text.length()), language);
    assertThat(Measure.isTime(words, language) || Measure.mayHaveNumber(text, words, language))
        .isTrue();
  }

  @Test
  void noNumber_isSeenAsNone() {
    String text = "Somebody came";
    WordIds words = WordIds.of(text, new Span(0, text.length()), Language.ENGLISH);
    assertThat(Measure.mayHaveNumber(text, words, Language.ENGLISH)).isFalse();
  }

  private static boolean isTime(String text) {
    Language language = Language.detect(text);
    return Measure.isTime(WordIds.of(text, new Span(0, text.length()), language), language);
  }

  @ParameterizedTest
  @CsvSource({
    "The number of people killed stands at 12, people, true",
    "The death toll of sailors rose to 12, sailors, true",
    "Some people left when 12 came, people, false",
    "بلغ عدد الأشخاص الذين أنقذوا 12, الاشخاص, true",
    "وحصيلة الضحايا الآن 12, الضحايا, true",
    "غادر الأشخاص ثم جاء 12, الاشخاص, false"
  })
  void total_isCountedWhereverItsNumberStands(String sentence, String thing, boolean total) {
    Language language = Language.detect(sentence);
    List<String> folded = Measure.folded(sentence, language);

    assertThat(Measure.isTotal(folded, folded.indexOf(thing), language)).isEqualTo(total);
  }
}
