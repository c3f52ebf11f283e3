package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource({
    "المفتشة نور حداد, نور حداد",
    "الوزير التونسي السابق سامي درويش, سامي درويش",
    "القاضي عمر القاسم, عمر القاسم",
    "الدكتورة هالة, هالة",
    "نور حداد, نور حداد",
    "الوزير التونسي, الوزير التونسي",
    "رئيسة الشركة, رئيسة الشركة",
    "المتحدث باسم النقابة, المتحدث باسم النقابة",
    "المسؤول في الميناء, المسؤول في الميناء",
    "المدير العام لشركة الملاحة, المدير العام لشركة الملاحة",
  })
  void titleBesideName_isLeftOut_butNoOffice(String asked, String name) {
    assertThat(Titles.without(asked, Language.ARABIC)).isEqualTo(name);
  }
}
