package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTest {
  @ParameterizedTest
  @CsvSource({
    "Lantern, The Lantern, true",
    "lantern, Lantern magazine, true",
    "lanternpost, The Lantern Post, true",
    "lantern.com, Lantern, true",
    "lantern, لانترن, true",
    "lantern.com, موقع لانترن دوت كوم, true",
    "cnn, سي إن إن, true",
    "cnn, شبكة سي إن إن, true",
    "nytimes, صحيفة نيويورك تايمز, true",
    "Al Jazeera, الجزيرة, true",
    "Al Jazeera, Reuters, false",
    "lantern, Beacon, false",
    "lantern, بيكون, false",
    "lantern, Lantern Valley Herald, false",
    "The Star, Daily Star, false",
    "Times, Financial Times, false",
    "dailymail.co.uk, Daily Mail, true",
    "cnn, cbs, false",
    "wikinews, ويكي, false",
  })
  void ownName_isKnownHoweverItIsPrinted(String outlet, String printed, boolean own) {
    assertThat(new OwnName(outlet, ArabicLine.OUTLETS).is(printed)).isEqualTo(own);
  }
}
