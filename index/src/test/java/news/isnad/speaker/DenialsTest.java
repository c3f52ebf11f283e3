package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table brings its tests. */
class DenialsTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();
  private static final Denials DENIALS = Denials.shipped();

  static Stream<Denials.Row> rows() {
    return Denials.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void example_isDeniedByWhoeverStandsInBrackets(Denials.Row row) {
    String text = row.example().replace("[", "").replace("]", "");
    String bracket =
        row.example().substring(row.example().indexOf('[') + 1, row.example().indexOf(']'));
    assertThat(denials(text, row.language()))
        .as(text)
        .singleElement()
        .satisfies(
            statement -> assertThat(bracket).contains(statement.speaker().orElseThrow().name()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void counterExample_hasAStatementAndNoDenial(Denials.Row row) {
    assertThat(statements(row.counterExample(), row.language())).isNotEmpty();
    assertThat(denials(row.counterExample(), row.language())).as(row.counterExample()).isEmpty();
  }

  @Test
  void pronoun_deniesAtTheBeginningOfItsSentence() {
    String text =
        "Anna Berg spoke on Monday, she said. She also denied that the harbour would close.";
    assertThat(denials(text, Language.ENGLISH)).hasSize(1);
  }

  @Test
  void directSpeech_isADenialByItsOwnWordsOrByItsVerb() {
    assertThat(
            denials(
                "\"There is no truth in these reports,\" said Anna Berg. \"We will build,\" she"
                    + " added.",
                Language.ENGLISH))
        .hasSize(1);
    assertThat(denials("قال سامي درويش: «هذه الأنباء عارية من الصحة».", Language.ARABIC))
        .hasSize(1);
  }

  @Test
  void denialOfSomebodyElse_isNotTheSpeakers() {
    assertThat(denials("Anna Berg said that the ministry had denied it.", Language.ENGLISH))
        .noneMatch(statement -> statement.speaker().orElseThrow().name().contains("Berg"));
    assertThat(denials("وقال سامي درويش إن الوزارة نفت التقرير.", Language.ARABIC)).isEmpty();
  }

  private static List<Statement> statements(String text, Language language) {
    return ATTRIBUTION.statements(Editions.of(text, language));
  }

  private static List<Statement> denials(String text, Language language) {
    return statements(text, language).stream()
        .filter(statement -> DENIALS.isDenial(statement, text, language))
        .toList();
  }
}
