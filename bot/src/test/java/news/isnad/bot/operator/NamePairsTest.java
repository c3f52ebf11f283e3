package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.bot.operator.NamePairs.Pair;
import org.junit.jupiter.api.Test;

class NamePairsTest {
  @Test
  void fullNames_arePairedWithWhatIsSpelledAlike() {
    assertThat(
            NamePairs.of(
                List.of("Marta Selwick", "Goran Velisk", "Nadim Karoub"),
                List.of("غوران فيليسك", "نديم كاروب", "سلمى الوضحاني")))
        .containsExactlyInAnyOrder(
            new Pair("Goran Velisk", "غوران فيليسك"), new Pair("Nadim Karoub", "نديم كاروب"));
  }

  @Test
  void singleWordsAndTwoThatAreEquallyNear_areNotPaired() {
    assertThat(NamePairs.of(List.of("Velisk"), List.of("فيليسك"))).isEmpty();
    assertThat(NamePairs.of(List.of("Nadim Karoub"), List.of("نديم كاروب", "نديم كروب"))).isEmpty();
    assertThat(NamePairs.of(List.of("Nadim Karoub"), List.of("سمير الوضحاني"))).isEmpty();
  }
}
