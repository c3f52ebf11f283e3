package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.stream.Stream;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the speech tables brings its tests: the example speaks, the other one does not. */
class SpeechRulesTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  static Stream<Arguments> rules() {
    return Stream.concat(
        Rule.shipped("speech-en.tsv").stream().map(rule -> Arguments.of(Language.ENGLISH, rule)),
        Rule.shipped("speech-ar.tsv").stream().map(rule -> Arguments.of(Language.ARABIC, rule)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void example_hasTheSpeakerInBrackets(Language language, Rule rule) {
    String text = rule.example().replace("[", "").replace("]", "");
    String bracket =
        rule.example().substring(rule.example().indexOf('[') + 1, rule.example().indexOf(']'));

    List<Statement> statements = ATTRIBUTION.statements(Editions.of(text, language));

    Statement.Kind kind = rule.silent() ? Statement.Kind.SILENT : Statement.Kind.SAID;
    assertThat(statements)
        .as(text)
        .anySatisfy(
            statement -> {
              assertThat(statement.kind()).isEqualTo(kind);
              assertThat(bracket).contains(statement.speaker().orElseThrow().name());
            });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anyPiece_isReadWithoutFailing(Language language, Rule rule) {
    String text = rule.example().replace("[", "").replace("]", "");
    for (int cut = text.indexOf(' '); cut >= 0; cut = text.indexOf(' ', cut + 1)) {
      String before = text.substring(0, cut);
      String behind = text.substring(cut + 1);
      assertThatNoException().isThrownBy(() -> read(before, language));
      assertThatNoException().isThrownBy(() -> read(behind, language));
      assertThatNoException().isThrownBy(() -> read(behind + " " + before, language));
    }
  }

  private static void read(String text, Language language) {
    ATTRIBUTION.statements(Editions.of(text, language));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void counterExample_hasNoStatement(Language language, Rule rule) {
    assertThat(ATTRIBUTION.statements(Editions.of(rule.counterExample(), language)))
        .as(rule.counterExample())
        .isEmpty();
  }
}
