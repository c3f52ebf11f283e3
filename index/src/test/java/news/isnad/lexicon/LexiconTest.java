package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final Lexicon LEXICON =
      Lexicon.of(
          List.of(
              List.of("election", "انتخاب|انتخابات", ""),
              List.of("ceasefire", "وقف إطلاق النار|هدنة", ""),
              List.of("foreign ministry", "وزارة الخارجية", ""),
              List.of("ministry", "وزارة", ""),
              List.of("say", "قال|يقول", ""),
              List.of("said", "قال|يقول", "form-of:say"),
              List.of("minister", "وزير|وزراء", ""),
              List.of("Russian", "روسي|روسية", "")));

  @Test
  void word_isFoundAsItIs() {
    assertThat(LEXICON.translations("Election", Language.ENGLISH))
        .containsExactly("انتخاب", "انتخابات");
  }

  @Test
  void inflectedWord_isFoundByItsStem() {
    assertThat(LEXICON.translations("elections", Language.ENGLISH)).contains("انتخابات");
    assertThat(LEXICON.translations("ministries", Language.ENGLISH)).contains("وزاره");
    assertThat(LEXICON.translations("saying", Language.ENGLISH)).contains("قال");
  }

  @Test
  void arabicWordWithClitics_isFound() {
    assertThat(LEXICON.translations("والوزير", Language.ARABIC)).containsExactly("minister");
    assertThat(LEXICON.translations("بالهدنة", Language.ARABIC)).containsExactly("ceasefire");
    assertThat(LEXICON.translations("الروسية", Language.ARABIC)).containsExactly("russian");
  }

  @Test
  void term_isFoundWholeAndInflected() {
    assertThat(LEXICON.translations("foreign ministry", Language.ENGLISH))
        .containsExactly("وزاره الخارجيه");
    assertThat(LEXICON.translations("لوزارة الخارجية", Language.ARABIC))
        .containsExactly("foreign ministry");
    assertThat(LEXICON.translations("وقف إطلاق النار", Language.ARABIC))
        .containsExactly("ceasefire");
  }

  @Test
  void irregularForm_isNoTranslation() {
    assertThat(LEXICON.translations("قال", Language.ARABIC)).containsExactly("say");
    assertThat(LEXICON.translations("said", Language.ENGLISH)).containsExactly("قال", "يقول");
  }

  @Test
  void unknownWord_hasNoTranslation() {
    assertThat(LEXICON.translations("zebra", Language.ENGLISH)).isEmpty();
    assertThat(LEXICON.translations("", Language.ENGLISH)).isEmpty();
  }

  @Test
  void shippedLexicon_isRead() {
    Lexicon shipped = Lexicon.shipped();
    assertThat(shipped.translations("meeting", Language.ENGLISH)).contains("اجتماع");
  }

  @ParameterizedTest
  @CsvSource({
    "الفندقية, hotel",
    "المختصون, specialist",
    "كفلاء, guarantor",
    "المتاجر, shop",
    "اشتعال, ignite",
    "استرجعت, retrieve",
    "استهجن, boo",
    "واضعي, author",
    "الراصدين, observer",
    "مصاري, money",
    "امبارح, yesterday"
  })
  void shippedLexicon_knowsWhatPapersPrintAndPeopleAsk(String arabic, String english) {
    assertThat(Lexicon.shipped().translations(arabic, Language.ARABIC)).contains(english);
  }

  @ParameterizedTest
  @CsvSource({"snoring, شخير", "adverts, إعلانات", "booed, استهجن", "depositors, مودع"})
  void shippedLexicon_knowsEnglishWordsOfNews(String english, String arabic) {
    assertThat(Lexicon.shipped().translations(english, Language.ENGLISH))
        .contains(KnownNames.folded(arabic).getFirst());
  }
}
