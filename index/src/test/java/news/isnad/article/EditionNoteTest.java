package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionNoteTest {
  @Test
  void withdrawal_standsAtTheBeginning() {
    assertThat(EditionNote.of("WITHDRAWN: Bridge cost 3 million", "Text."))
        .contains(EditionNote.WITHDRAWN);
    assertThat(EditionNote.of("Bridge", "This article has been withdrawn by the editors."))
        .contains(EditionNote.WITHDRAWN);
    assertThat(EditionNote.of("", "تم سحب هذا الخبر.")).contains(EditionNote.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITHDRAWN - Bridge cost 3 million",
        "Withdrawn — Bridge cost 3 million",
        "WITHDRAWN-Bridge cost 3 million",
        "RETRACTED | Bridge cost 3 million",
        "KILL: Bridge cost 3 million",
        "Kill: Bridge cost 3 million",
        "The Daily Palm has withdrawn this story.",
        "Palm News Agency has retracted this report because of a doubtful source.",
        "The story headlined \"Bridge cost 3 million\" is withdrawn.",
        "سحبت وكالة النخيل هذا التقرير.",
        "سحب - الجسر كلف ثلاثة ملايين",
        "قررت الصحيفة سحب هذا المقال.",
        "جرى حذف هذا الخبر لعدم دقته.",
      })
  void withdrawal_inOtherForms_isOne(String line) {
    assertThat(EditionNote.of("Bridge", line + "\nMore text.")).contains(EditionNote.WITHDRAWN);
    assertThat(EditionNote.of(line, "Text.")).contains(EditionNote.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retracted: a history of the drawbridge",
        "Withdrawn: how a bridge was sold twice",
        "The ministry has withdrawn its report on the bridge.",
        "The story of the bridge that was removed is told in a film.",
        "Withdrawn-looking teenagers fill the bridge",
        "سحبت الوزارة تقريرها عن الجسر.",
        "سحبت البلدية هذا العام عشرين سيارة.",
        "Palm Bank has removed this year's manager.",
      })
  void newsOfWhatIsWithdrawn_isNone(String line) {
    assertThat(EditionNote.of("Bridge", line)).isEmpty();
    assertThat(EditionNote.of(line, "Text.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Corrects spelling of the mayor's name in paragraph 2)",
        "(Corrected to say the bridge is 40 metres long)",
        "[Corrects date]",
        "(This January 12 story has been corrected to fix the length of the bridge)",
        "This article was amended on 3 May 2026 to correct the mayor's name.",
        "The headline of this report has been corrected.",
        "A previous headline of this story misstated the price.",
        "(يصحح اسم العمدة في الفقرة الثانية)",
        "تم تعديل هذا الخبر لتصحيح اسم العمدة.",
        "جرى تحديث هذا التقرير لتصويب عدد السيارات.",
        "عُدّل هذا المقال في 3 أيار لتصحيح التاريخ.",
      })
  void correction_inOtherForms_isOne(String line) {
    assertThat(EditionNote.of("Bridge", "It cost 4 million.\n" + line))
        .contains(EditionNote.CORRECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORRECTED-Bridge cost 4 million",
        "تصحيح - الجسر كلف 4 ملايين",
        "تصحيح-الجسر كلف 4 ملايين"
      })
  void correction_beforeATitle_isOne(String title) {
    assertThat(EditionNote.of(title, "Text.")).contains(EditionNote.CORRECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Corrections officers went on strike.)",
        "This story was updated on Monday.",
        "The article was read by many, said the mayor, and he wanted to correct it.",
        "تم تعديل هذا القانون لتصحيح خطأ قديم.",
      })
  void linesThatCorrectNothing_areNone(String line) {
    assertThat(EditionNote.of("Bridge", "It cost 4 million.\n" + line)).isEmpty();
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
