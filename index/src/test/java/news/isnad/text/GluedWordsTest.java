package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GluedWordsTest {
  @ParameterizedTest
  @CsvSource({
    "المدينةفي, المدينة",
    "حتىالآن, حتى",
    "قائلًاإن, قائلًا",
    "قائلاًإن, قائلاً",
    "جدًاوسريع, جدًا",
    "كلاركإن, كلارك",
    "الوزيرإلى, الوزير",
    "المحامينالاتحاديين, المحامين",
    "كلاركقائلًا, كلارك",
    "كلاركمضيفا, كلارك",
    "بوستاقتباسًا, بوست"
  })
  void gluedWord_endsWhereNoWordGoesOn(String run, String word) {
    assertThat(run.substring(0, GluedWords.end(run, 0, run.length()))).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وبالإضافة",
        "للإعلان",
        "فإن",
        "الإسلام",
        "كإجراء",
        "شىء",
        "مبادىء",
        "مدينة",
        "على",
        "جدًا",
        "مَدْرَسَةٌ",
        "أإنك",
        "والإعلام",
        "ليبيا",
        "بإعادة",
        "المنال",
        "الفنان",
        "والمشيرا",
        "ومضيفا",
        "اقتباسات"
      })
  void wholeWord_staysWhole(String word) {
    assertThat(GluedWords.end(word, 0, word.length())).isEqualTo(word.length());
  }
}
