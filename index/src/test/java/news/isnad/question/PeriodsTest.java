package news.isnad.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  /** A Tuesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "en, what did she say yesterday, 2026-11-23, 2026-11-24",
    "en, the day before yesterday, 2026-11-22, 2026-11-23",
    "en, what happened this week, 2026-11-23, 2026-11-30",
    "en, what happened last month, 2026-10-01, 2026-11-01",
    "en, in the last 3 days, 2026-11-21, 2026-11-25",
    "en, two weeks ago, 2026-11-07, 2026-11-14",
    "en, since sunday, 2026-11-22, 2026-11-25",
    "en, last tuesday, 2026-11-17, 2026-11-18",
    "en, on tuesday, 2026-11-24, 2026-11-25",
    "en, in september, 2026-09-01, 2026-10-01",
    "ar, في شتنبر, 2026-09-01, 2026-10-01",
    "ar, يوم 9 دجنبر, 2025-12-09, 2025-12-10",
    "en, in december, 2025-12-01, 2026-01-01",
    "en, in october last year, 2025-10-01, 2025-11-01",
    "en, in january 2016, 2016-01-01, 2016-02-01",
    "en, on 10 april, 2026-04-10, 2026-04-11",
    "en, april 10th 2013, 2013-04-10, 2013-04-11",
    "en, in 2015, 2015-01-01, 2016-01-01",
    "en, this year, 2026-01-01, 2027-01-01",
    "ar, ماذا قال امس, 2026-11-23, 2026-11-24",
    "ar, الاسبوع الماضي, 2026-11-15, 2026-11-22",
    "ar, هذا الشهر, 2026-11-01, 2026-12-01",
    "ar, في الشهر الماضي, 2026-10-01, 2026-11-01",
    "ar, اخر ثلاثه ايام, 2026-11-21, 2026-11-25",
    "ar, قبل يومين, 2026-11-22, 2026-11-23",
    "ar, منذ الاحد, 2026-11-22, 2026-11-25",
    "ar, الخميس الماضي, 2026-11-19, 2026-11-20",
    "ar, في تشرين الاول الماضي, 2026-10-01, 2026-11-01",
    "ar, في سبتمبر 2018, 2018-09-01, 2018-10-01",
    "ar, في السابع من ابريل, 2026-04-07, 2026-04-08",
    "ar, يوم 10 ابريل, 2026-04-10, 2026-04-11",
    "ar, في عام 2015, 2015-01-01, 2016-01-01",
  })
  void period_isFound(String language, String words, LocalDate from, LocalDate to) {
    Optional<Period> found = find(words, Language.of(language).orElseThrow());
    assertThat(found).isPresent();
    assertThat(found.get().from()).isEqualTo(from);
    assertThat(found.get().to()).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "en, what did theresa may say",
    "en, what did she say about jan koum",
    "en, will it last",
    "en, talks may resume",
    "en, 30 percent",
    "ar, ماذا قال الاب عن ابنه",
    "ar, بعد يومه",
    "ar, ماذا قال لويجي دي مايو",
  })
  void otherWords_areNoPeriod(String language, String words) {
    assertThat(find(words, Language.of(language).orElseThrow())).isEmpty();
  }

  @Test
  void month_isNamedInBothLanguages() {
    Period october = find("in october", Language.ENGLISH).orElseThrow();
    assertThat(october.names()).containsExactly(List.of("اكتوبر", "تشرين الاول", "oct", "october"));
    assertThat(october.first()).isZero();
    assertThat(october.last()).isEqualTo(2);
  }

  private static Optional<Period> find(String words, Language language) {
    return Periods.find(List.of(words.split(" ")), language, TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "en, what happened last year, 2025",
    "en, what happened last year, العام الماضي",
    "ar, ماذا حدث العام الماضي, last year",
    "en, what happened last month, october",
  })
  void relativePeriod_isNamedAsTextsNameIt(String language, String words, String name) {
    Period found = find(words, Language.of(language).orElseThrow()).orElseThrow();
    assertThat(found.names()).singleElement().asInstanceOf(LIST).contains(name);
  }
}
