package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditionNoteTest {
  @Test
  void withdrawal_standsAtTheBeginning() {
    assertThat(EditionNote.of("WITHDRAWN: Bridge cost 3 million", "Text."))
        .contains(EditionNote.WITHDRAWN);
    assertThat(EditionNote.of("Bridge", "This article has been withdrawn by the editors."))
        .contains(EditionNote.WITHDRAWN);
    assertThat(EditionNote.of("", "تم سحب هذا الخبر.")).contains(EditionNote.WITHDRAWN);
  }

  @Test
  void newsOfSomethingWithdrawn_isNone() {
    assertThat(EditionNote.of("Withdrawn troops return home", "They came by train.")).isEmpty();
    assertThat(EditionNote.of("Mayor", "The mayor said the offer was withdrawn.")).isEmpty();
    assertThat(EditionNote.of("سحب الجيش قواته", "سحب الجيش قواته من الممر.")).isEmpty();
  }

  @Test
  void correction_standsAtTheBeginningOfAParagraph() {
    assertThat(EditionNote.of("Bridge", "It cost 4 million.\nCorrection: it did not cost 3."))
        .contains(EditionNote.CORRECTED);
    assertThat(
            EditionNote.of("Bridge", "Text.\nAn earlier version of this article named a village."))
        .contains(EditionNote.CORRECTED);
    assertThat(EditionNote.of("الجسر", "كلف 4 ملايين.\nتصحيح: ورد خطأ في المبلغ."))
        .contains(EditionNote.CORRECTED);
    assertThat(EditionNote.of("Prison", "Correction officers went on strike.")).isEmpty();
    assertThat(EditionNote.of("السوق", "تصحيح الأسعار مستمر في السوق.")).isEmpty();
  }
}
