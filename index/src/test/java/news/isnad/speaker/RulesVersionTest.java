package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.lexicon.KnownNames;
import org.junit.jupiter.api.Test;

class RulesVersionTest {
  @Test
  void shippedRules_haveAVersion_othersHaveNone() {
    assertThat(RuleAttribution.shipped().version()).isPositive();
    assertThat(RuleAttribution.of(KnownNames.shipped()).version()).isZero();
  }
}
