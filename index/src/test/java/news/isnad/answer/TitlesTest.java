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
    "سامي درويش من نقابة البحارة, سامي درويش",
    "خبير الملاحة من الجامعة, خبير الملاحة من الجامعة",
  })
  void titleBesideName_isLeftOut_butNoOffice(String asked, String name) {
    assertThat(Titles.without(asked, Language.ARABIC)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Loren Calder of the Harbour Board, Loren Calder",
    "Loren Calder from Vale, Loren Calder",
    "Secretary General of the League, Secretary General of the League",
    "Bank of the West, Bank of the West",
    "Ministry Spokesman of Norland, Ministry Spokesman of Norland",
    "sailors from the north, sailors from the north",
  })
  void bodyThatSomebodyIsOf_isLeftOut_butNoneThatIsPartOfTheName(String asked, String name) {
    assertThat(Titles.without(asked, Language.ENGLISH)).isEqualTo(name);
  }
}
