package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GluedNamesTest {
  private static final Set<String> VERBS = Set.of("يهاجم", "اعلن");

  @Test
  void nameThatStandsAlone_isPartedFromAVerb() {
    assertThat(parted("كين هارموندسونيهاجم الخطة", "جاء هارموندسون", "عاد هارموندسون"))
        .startsWith("كين", "هارموندسون", "يهاجم", "الخطة");
  }

  @Test
  void nameThatIsGluedTwice_isPartedFromBoth() {
    assertThat(parted("كين هارموندسونيهاجم الخطة", "يقوم هارموندسونبدوره"))
        .containsExactly("كين", "هارموندسون", "يهاجم", "الخطة", "يقوم", "هارموندسون", "بدوره");
  }

  @Test
  void wordThatOnlyEndsLikeAVerb_staysWhole() {
    assertThat(parted("كين هارموندسونيهاجم الخطة", "لا شيء")).contains("هارموندسونيهاجم");
    assertThat(parted("المهندسون في المهندسوني", "المهندسون")).contains("المهندسوني");
  }

  @Test
  void wordWithoutEnd_isNotTried() {
    String endless = "ه".repeat(100_000);
    AtomicInteger tried = new AtomicInteger();

    new GluedNames(_ -> tried.incrementAndGet() < 0)
        .parted(List.of(Tokens.of(endless, 0, endless.length())));

    assertThat(tried).hasValue(0);
  }

  @Test
  void verbBeforeTheArticle_isParted_andOtherWordsAreNot() {
    assertThat(parted("يهاجمالحكومة")).containsExactly("يهاجم", "الحكومة");
    assertThat(parted("استقبالات")).containsExactly("استقبالات");
  }

  @Test
  void whatIsTakenOver_isPartedFromItsPreposition_andAnotherWordIsNot() {
    assertThat(parted("كما هو مقتبَسمن مجلة الأفق"))
        .containsExactly("كما", "هو", "مقتبَس", "من", "مجلة", "الأفق");
    assertThat(parted("وجه مقتبسمنه المستعرضمن")).containsExactly("وجه", "مقتبسمنه", "المستعرضمن");
  }

  @Test
  void offsets_areThoseOfTheText() {
    String text = "جاء هارموندسون، عاد هارموندسون، هارموندسونيهاجم";
    List<Token> tokens =
        new GluedNames(VERBS::contains)
            .parted(List.of(Tokens.of(text, 0, text.length())))
            .getFirst();

    assertThat(tokens)
        .allSatisfy(
            token ->
                assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text()));
    assertThat(tokens.getLast().text()).isEqualTo("يهاجم");
  }

  private static List<String> parted(String... sentences) {
    List<List<Token>> tokens =
        List.of(sentences).stream().map(text -> Tokens.of(text, 0, text.length())).toList();
    return new GluedNames(VERBS::contains)
        .parted(tokens).stream().flatMap(List::stream).map(Token::text).toList();
  }
}
