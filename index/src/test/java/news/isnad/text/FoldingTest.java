package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "أَحْمَدُ | احمد",
        "إلى | الي",
        "آمن ٱلله | امن الله",
        "مدرسةٌ | مدرسه",
        "ﻻ | لا",
        "الـــوزير | الوزير",
        "کرملین | كرملين",
        "١٢٣ ۴۵۶ | 123 456",
        "زيلينسكى | زيلينسكي",
        "Éric Müller | eric muller",
        "Łukasz Øre Straße | lukasz ore strasse",
        "İstanbul ışık | istanbul isik",
        "Việt Nam | viet nam",
        "‘it’s’ ʼ | 'it's' '",
        "“a” «b» „c‟ | \"a\" \"b\" \"c\"",
        "ﬁnance | finance",
      })
  void folded(String text, String expected) {
    assertThat(Folding.fold(text)).isEqualTo(expected);
  }

  @Test
  void invisibleCharacters_disappear() {
    assertThat(Folding.fold("a\u200Fb\u200Bc\uFEFFd\u00ADe\u202Bf\u2066g")).isEqualTo("abcdefg");
  }

  @Test
  void hamzaWrittenApart_foldsLikeOne() {
    assertThat(Folding.fold("ا\u0655لى")).isEqualTo(Folding.fold("إلى"));
  }

  @Test
  void foldingTwice_changesNothing() {
    for (String text : RandomText.several(200)) {
      String once = Folding.fold(text);
      assertThat(Folding.fold(once)).isEqualTo(once);
    }
  }
}
