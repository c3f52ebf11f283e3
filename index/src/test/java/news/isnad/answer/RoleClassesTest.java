package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.answer.RoleClasses.Noun;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoleClassesTest {
  static Stream<List<String>> rows() {
    return Tables.shipped("roles.tsv").stream()
        .filter(row -> Set.of("role", "body").contains(row.getFirst()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void exampleOfRow_isOfTheClassAskedFor(List<String> row) {
    assertThat(fits(row.get(6), row.get(7), Language.ENGLISH)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void counterExampleOfRow_isNot(List<String> row) {
    assertThat(fits(row.get(6), row.get(8), Language.ENGLISH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "محامية الشركة, وكيل الدفاع سامر عبود, true",
    "محامية الشركة, مدير الشركة سامر عبود, false",
    "الخبيرة, عالمة المياه رجاء بدر, true",
    "عالمة المياه, خبير في المرور, false",
    "ممثل العمال, رئيس النقابة ياسر طوبال, true",
    "ممثل العمال, رئيس الشركة ياسر طوبال, false",
    "المحققة, للمفتشة هبة سلوم, true",
    "والي البنك المركزي, محافظ البنك المركزي, true",
    "والي البنك المركزي, محافظ الجنوب, false"
  })
  void wordsOfAClass_areFoundInArabic(String asked, String printed, boolean same) {
    assertThat(fits(asked, printed, Language.ARABIC)).isEqualTo(same);
  }

  private static boolean fits(String asked, String printed, Language language) {
    Optional<Noun> one = noun(asked, language);
    Optional<Noun> other = noun(printed, language);
    Set<String> keys = new HashSet<>();
    other.ifPresent(
        noun -> {
          keys.addAll(noun.keys());
          keys.addAll(noun.kinds());
        });
    return one.orElseThrow().keys().stream().anyMatch(keys::contains);
  }

  private static Optional<Noun> noun(String text, Language language) {
    List<String> folded =
        Words.of(text, language).stream()
            .map(Word::folded)
            .flatMap(word -> Stream.of(word.split("-", -1)))
            .filter(word -> !Set.of("the", "a", "an").contains(word))
            .toList();
    return RoleMatch.head(folded, language);
  }
}
