package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a credit goes; the text is invented. */
class CreditReachTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  /** The credited media of each statement. */
  private static List<List<String>> credits(String... sentences) {
    String text = String.join("\n", sentences);
    return ATTRIBUTION.statements(Editions.of(text, Language.detect(text))).stream()
        .map(statement -> statement.upstream().stream().map(Upstream::name).toList())
        .toList();
  }

  @Test
  void credit_goesOnWhileTheSameSpeakerDoes() {
    assertThat(
            credits(
                "Olga Brandt told Reuters that the ship was safe.",
                "She added that it would sail.",
                "Peter Holm said that it would not."))
        .containsExactly(List.of("Reuters"), List.of("Reuters"), List.of());
    assertThat(
            credits(
                "وقالت هدى النجار لوكالة رويترز إن السفينة سليمة.",
                "وأضافت أنها ستبحر.",
                "وقال سامي درويش إنها لن تبحر."))
        .containsExactly(List.of("وكالة رويترز"), List.of("وكالة رويترز"), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The statement, which was obtained by Lantern, claimed that the ship was safe. | Lantern",
        "Olga Brandt wrote in a study published on Monday in the journal BMJ: \"It is safe.\" |"
            + " BMJ",
        "The ship was safe, according to Olga Brandt of the Washington Post. | Washington Post",
        "وقالت هدى النجار لإن بي سي نيوز: \"السفينة سليمة\". | إن بي سي نيوز",
        "وقال طبيب في موقع الحادث لوكالة المرسى إن السفينة سليمة. | وكالة المرسى",
        "وزعم البيان، الذي حصلت عليه مجلة المرسى، أن السفينة سليمة. | مجلة المرسى",
        "وقالت هدى النجار، حسبما نقلت عنها صحيفة \"المرسى\"، إن السفينة سليمة. | صحيفة المرسى",
        "وقالت هدى النجار في مقال نشرته صحيفة (المرسى) إن السفينة سليمة. | صحيفة (المرسى)",
        "Olga Brandt said in an interview with the \"Morning\" show that the ship was safe. |"
            + " Morning",
        "Olga Brandt told the \"Harbour Talk\" podcast that the ship was safe. | Harbour Talk",
        "Olga Brandt told E! News that the ship was safe. | E! News",
        "The ship was safe, Olga Brandt told Channel 9. | Channel 9",
        "In a statement emailed to NBC News, Olga Brandt said the ship was safe. | NBC News",
        "وقالت هدى النجار في بيان أُرسل بالبريد الإلكتروني إلى إن بي سي نيوز إن السفينة سليمة. |"
            + " إن بي سي نيوز",
        "وقالت هدى النجار في بيان عبر البريد الإلكتروني إلى رويترز إن السفينة سليمة. | رويترز",
        "السفينة سليمة، وفق ما ذكرته القناة السابعة الأسترالية. | القناة السابعة الأسترالية",
        "وقالت هدى النجار للجزيرة إن السفينة سليمة. | الجزيرة",
        "وأبلغت هدى النجار، والدة القبطان، صحيفة المرسى أن السفينة سليمة. | صحيفة المرسى",
        "ويفيد تقرير رويترز بأن السفينة سليمة. | رويترز",
        "وقالت هدى النجار في مقابلة مع برنامج \"المرسى\" إن السفينة سليمة. | برنامج المرسى",
        "وكانت صحيفة هآرتس الإسرائيلية ذكرت أن السفينة سليمة. | صحيفة هآرتس",
        "وجاء في مذكرة مسربة إلى رويترز أن السفينة سليمة. | رويترز",
        "وقالت هدى النجار في مقال رويترز إن السفينة سليمة. | رويترز",
        "ونسبت وكالة رويترز إلى هدى النجار قولها إن السفينة سليمة. | وكالة رويترز",
        "وقالت هدى النجار لقناة كارو تي في على الرصيف \"السفينة سليمة تماما\". | قناة كارو تي في",
        "كما هو مقتبَسمن مجلةالمرسى، قالت هدى النجار إن السفينة سليمة. | مجلة المرسى",
      })
  void media_areCreditedByWhatStandsBesideThem(String sentence, String medium) {
    assertThat(credits(sentence)).isNotEmpty().allMatch(List.of(medium)::equals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Olga Brandt told the \"old\" crew that the ship was safe.",
        "وعادت هدى النجار للجزيرة، وقالت إن السفينة سليمة.",
        "وقالت هدى النجار في برنامج المرسى إن السفينة سليمة.",
        "وأبلغت هدى النجار الصحيفة، قبل أن تصدر صحيفة المرسى، أن السفينة سليمة.",
        "ويفيد تقرير المرسى بأن السفينة سليمة.",
        "The head of the Search and Rescue Agency said that the ship was safe.",
        "وسألت هدى النجار عما إذا كانت السفينة \"ستعود\" للاتحاد الأوروبي.",
      })
  void whatOnlyLooksLikeMedia_isNotCredited(String sentence) {
    assertThat(credits(sentence)).isNotEmpty().allMatch(List.of()::equals);
  }

  @Test
  void credit_doesNotGoBack_norOnBehindOtherText_norToAnotherPlace() {
    assertThat(
            credits(
                "Olga Brandt said that the ship was safe.",
                "Olga Brandt told Reuters that it would sail.",
                "The harbour was built long ago.",
                "Olga Brandt said that it was old."))
        .containsExactly(List.of(), List.of("Reuters"), List.of());
    assertThat(
            credits(
                "Olga Brandt told Reuters that it would sail.",
                "Olga Brandt told reporters on Friday that it was late."))
        .containsExactly(List.of("Reuters"), List.of());
  }

  @Test
  void quotationBeforeItsCredit_isCredited() {
    assertThat(
            credits("\"The ship is old.", "But it will sail tomorrow,\" Olga Brandt told Reuters."))
        .isNotEmpty()
        .allMatch(List.of("Reuters")::equals);
  }

  @Test
  void datelineOrSourceLine_standsForAllOfTheArticle() {
    assertThat(
            credits(
                "OSLO (Reuters) - Olga Brandt said that the ship was safe.",
                "Peter Holm said that it was not."))
        .containsExactly(List.of("Reuters"), List.of("Reuters"));
    assertThat(
            credits(
                "قالت هدى النجار إن السفينة سليمة.",
                "وقال سامي درويش إنها قديمة.",
                "المصدر: رويترز"))
        .containsExactly(List.of("رويترز"), List.of("رويترز"));
  }

  @Test
  void correspondentOrStatementOfAMedium_creditsIt() {
    assertThat(credits("وقال مراسل قناة الأفق إن السفينة غرقت."))
        .containsExactly(List.of("قناة الأفق"));
    assertThat(credits("قالت هدى النجار إن السفينة سليمة، حسب ما أفادت به الإذاعة النرويجية."))
        .containsExactly(List.of("الإذاعة النرويجية"));
    assertThat(credits("وحسب تصريحات موقع المرسى، قالت هدى النجار إن السفينة سليمة."))
        .containsExactly(List.of("موقع المرسى"));
    assertThat(credits("وقالت هدى النجار إن مالك قناة الأفق غرق.")).containsExactly(List.of());
  }

  @Test
  void thePaper_isTheOneCreditedBefore() {
    assertThat(
            credits(
                "Olga Brandt told Reuters that the ship was safe.",
                "Peter Holm told the news agency that it was not."))
        .containsExactly(List.of("Reuters"), List.of("Reuters"));
    assertThat(
            credits(
                "وقالت هدى النجار لصحيفة «الأفق» إن السفينة سليمة.",
                "وقال سامي درويش للصحيفة إنها قديمة."))
        .containsExactly(List.of("صحيفة الأفق"), List.of("صحيفة الأفق"));
  }

  @Test
  void chain_isKeptFromTheOutletOn() {
    assertThat(
            credits("The BBC, citing Reuters, quoted a diplomat as saying that talks had begun."))
        .containsExactly(List.of("The BBC", "Reuters"));
    assertThat(credits("وصرح مصدر حكومي لـ\"الجزيرة نت\" بأن الاجتماع تأجل."))
        .containsExactly(List.of("الجزيرة نت"));
  }

  @Test
  void medium_isCreditedForWhoToldIt_only() {
    assertThat(
            credits("The ministry said 14 ships had sunk, while residents told Reuters of more."))
        .containsExactly(List.of(), List.of("Reuters"));
  }

  @Test
  void otherAgencies_areNoMedia() {
    assertThat(credits("The disaster mitigation agency FLOOD said that the river fell.").getFirst())
        .isEmpty();
  }

  @Test
  void observersOfTheOutlet_areNotCredited() {
    assertThat(
            credits(
                "كشف تقرير جديد أن السفينة بيعت، بحسب وكالة رويترز.",
                "وقال سامي درويش إن السعر مرتفع.",
                "ويرى مراقبون أن الصفقة خاسرة."))
        .last()
        .isEqualTo(List.of());
  }
}
