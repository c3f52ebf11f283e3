package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void spacesPunctuationAndCase_sayNothing() {
    assertThat(Fingerprint.reduced("  “Yes”, she\u00A0SAID…\n(twice) "))
        .isEqualTo("yes she said twice");
  }

  @Test
  void harakatTatweelAndPresentationForms_sayNothing() {
    assertThat(Fingerprint.same("الوَزِيـــر قال", "الوزير قال")).isTrue();
    assertThat(Fingerprint.same("ﻻ", "لا")).isTrue();
    assertThat(Fingerprint.same("a\u200Fb\u200D", "ab")).isTrue();
  }

  @Test
  void accents_sayNothing() {
    assertThat(Fingerprint.same("Café", "cafe")).isTrue();
  }

  @Test
  void numbers_keepTheirMarks() {
    assertThat(Fingerprint.same("1.5", "15")).isFalse();
    assertThat(Fingerprint.same("1,5", "1.5")).isTrue();
    assertThat(Fingerprint.same("1 5", "1.5")).isFalse();
    assertThat(Fingerprint.same("٢٠٢٦", "2026")).isTrue();
    assertThat(Fingerprint.same("by 4.2 per cent", "by -4.2 per cent")).isFalse();
    assertThat(Fingerprint.same("بنسبة 2%", "بنسبة -2%")).isFalse();
    assertThat(Fingerprint.same("pages 3-5", "pages 3\u20135")).isTrue();
  }

  @Test
  void words_sayEverything() {
    assertThat(Fingerprint.same("no meeting is planned", "a meeting is planned")).isFalse();
    assertThat(Fingerprint.same("ab", "a b")).isFalse();
  }

  @Test
  void textWithoutLetters_isComparedAsItIs() {
    assertThat(Fingerprint.same("!!!", "???")).isFalse();
  }

  @Test
  void key_isTheSameForGood() {
    // Stored ids hold it: if this changes, every stored article gets a new edition.
    assertThat(Fingerprint.of("The bridge, he said, cost 1.5 million."))
        .isEqualTo("f7c208ab66e9198497e1b0e63e8f4b036545b9b7d3a12839440402bd852270ab");
  }

  @Test
  void reduced_plainLetters_isWhatDecomposingGives() {
    SplittableRandom dice = new SplittableRandom(7);
    String mixed = " .,:'-12٣٤abZآأؤئإىةءِّـ«»–’“”ابت";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = 0; i < 12; i++) {
        boolean any = dice.nextInt(3) == 0;
        text.append(
            any ? (char) dice.nextInt(0x60C, 0x6D0) : mixed.charAt(dice.nextInt(mixed.length())));
      }
      // The accent makes the whole text be decomposed.
      assertThat(Fingerprint.reduced(text + " \u00E9"))
          .isEqualTo(Fingerprint.reduced(text.toString()) + " e");
    }
  }
}
