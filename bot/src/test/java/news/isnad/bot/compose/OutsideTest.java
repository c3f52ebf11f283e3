package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class OutsideTest {
  @Test
  void wordsOfAQuotation_loseNothing() {
    String printed = "We <b>cannot</b> sail\n& will not <script>alert(1)</script>";
    assertThat(Outside.words(printed, 100))
        .isEqualTo("We <b>cannot</b> sail & will not <script>alert(1)</script>");
    assertThat(Outside.label(printed, 100)).doesNotContain("<");
    assertThat(Outside.words("x".repeat(50), 20)).isEqualTo("x".repeat(19) + "…");
  }

  @Test
  void overrides_goAndPairedIsolatesStay() {
    assertThat(Outside.passage("a\u202Eb\u202Cc \u2068عربي\u2069 d"))
        .isEqualTo("abc \u2068عربي\u2069 d");
  }

  @Test
  void isolates_withoutPartnerInTheirLine_go() {
    assertThat(Outside.passage("\u2067a\nb\u2069 \u2066c \u2066d\u2069"))
        .isEqualTo("a\nb c \u2066d\u2069");
  }

  @Test
  void joinersAndMarks_thatSpellWords_stay() {
    assertThat(Outside.passage("می\u200Cخواهم \u200F👩\u200D👧 مُدَرِّسَةٌ"))
        .isEqualTo("می\u200Cخواهم \u200F👩\u200D👧 مُدَرِّسَةٌ");
  }

  @Test
  void label_isOneLineWithoutTags() {
    assertThat(Outside.label(" <b>Coral</b>\n\tPost <3 ", 40)).isEqualTo("Coral Post <3");
  }

  @Test
  void label_isCutBetweenCharacters() {
    assertThat(Outside.label("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(Outside.label("\u2068abcdefgh\u2069", 6)).isEqualTo("abcd…");
  }

  @Test
  void shortening_endsWithASentence() {
    String text = "One is short. Two is longer. Three is the longest of them all.";
    assertThat(Shortening.beginning(text, 40, Language.ENGLISH))
        .isEqualTo("One is short. Two is longer.");
    assertThat(
            Shortening.beginning("قال أول. وقال ثان. وقال ثالث أطول من غيره.", 24, Language.ARABIC))
        .isEqualTo("قال أول. وقال ثان.");
  }

  @Test
  void shortening_withoutSentenceEnd_endsWithAWord() {
    assertThat(Shortening.beginning("word ".repeat(50), 13, Language.ENGLISH))
        .isEqualTo("word word");
    assertThat(Shortening.beginning("x".repeat(50), 13, Language.ENGLISH)).hasSize(13);
    assertThat(Shortening.beginning("😀".repeat(50), 13, Language.ENGLISH)).hasSize(12);
  }

  @Test
  void nothingToSee_isInvisible() {
    assertThat(Outside.isInvisible(" \u200B\u2068\u2069\n")).isTrue();
    assertThat(Outside.isInvisible("؟")).isFalse();
  }
}
