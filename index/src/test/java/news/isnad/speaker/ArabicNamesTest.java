package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where names and roles begin and end in Arabic sentences, by kind. All invented. */
class ArabicNamesTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقال يوتشي كوباياشي وزير الصحة الياباني في مؤتمر صحفي: إن الحالات الثلاث عادت.|يوتشي"
            + " كوباياشي|وزير الصحة الياباني",
        "أعلن روبرت سيلر مبعوث الأمم المتحدة للسلام أن معظم الأنفاق توقفت عن العمل.|روبرت"
            + " سيلر|مبعوث الأمم المتحدة للسلام",
        "القضية \"لم تكن معقدة\"، كما قالت باز زامورا، خبيرة في القانون من تشيلي.|باز"
            + " زامورا|خبيرة في القانون من تشيلي",
        "وقال ديتر كيمبل، رئيس اتحاد الصناعات(BDI) عقب اجتماع عقد بين المستشارة والرئيس: \"هذا عائق"
            + " كبير للمصانع\".|ديتر كيمبل|رئيس اتحاد الصناعات(BDI)",
        "أعلن أوريول كومبانيس يوم السبت، وهو أحد القادة التسعة في الإقليم المودع في السجن أنه سيرشح"
            + " نفسه.|أوريول كومبانيس|",
        "وقال مفتش المباحث بوب كلمنز، إنه قد وقع تلف بالبوابات.|بوب كلمنز|مفتش المباحث",
        "رفض الرئيس السابق إدواردو كوستا ميندو، ممثل البلاد في المحكمة، فكرة أن القرار كان"
            + " سريعا.|إدواردو كوستا ميندو|الرئيس السابق",
        "قال سوتو بورو كوبلر المتحدث باسم هيئة الكوارث في مقابلة \"كان الناس على الشاطئ\".|سوتو"
            + " بورو كوبلر|المتحدث باسم هيئة الكوارث",
        "وصف كوبلر الضرر بأنه \"ساحق\".|كوبلر|",
        "ونُقل عن كارلوس ميندوزا قوله إن الجسر آمن.|كارلوس ميندوزا|",
        "كارلوس ميندوزا يرفض مزاعم حدوث التزوير.|كارلوس ميندوزا|",
        "صرّحت الهيئة الإقليمية لتقييم وتطبيق التكنولوجيا في بيان صحفي أن الطاقة كبيرة.|الهيئة"
            + " الإقليمية لتقييم وتطبيق التكنولوجيا|",
        "وقال مسؤول في الميناء لـواشنطن بوست إن السفينة عادت.|مسؤول في الميناء|",
        "وقال مسؤول في الميناء لواشنطن بوست إن السفينة عادت.|مسؤول في الميناء|",
        "وقال مسؤول في الميناء لصحيفة الساحل إن السفينة عادت.|مسؤول في الميناء|",
        "وقال مسؤول في الميناء لـوكالة الساحل إن السفينة عادت.|مسؤول في الميناء|",
        "وقال مسؤول في الميناء إلى واشنطن بوست إن السفينة عادت.|مسؤول في الميناء|",
        "وقال الرئيس التنفيذي لـشركة الساحل إن السفينة عادت.|الرئيس التنفيذي لـشركة الساحل|",
        "وقال المدير العام لوكالة الساحل سامي درويش إن السفينة عادت.|سامي درويش|المدير العام لوكالة"
            + " الساحل",
        "قال وزير الأعمال جريج كلاركإن المملكة \"ستندم على ذلك كثيرا\".|جريج كلارك|وزير الأعمال",
      })
  void nameAndRole_areWhatIsPrinted(String sentence, String name, String role) {
    Speaker speaker = first(sentence);

    assertThat(speaker.name()).isEqualTo(name);
    assertThat(speaker.role().orElse(null)).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "زار الرئيس كارلوس ميندوزا الميناء.|أقسم في أواخر أغسطس \"نحن قريبون جدا من"
            + " العودة\".|كارلوس ميندوزا",
        "كابتن أوروبا توماس بيورك يعرف أن التقدم قد يختفي.|وقال بيورك \"نحن حققنا تقدما"
            + " كبيرا\".|توماس بيورك",
        "قالت وكالة الهجرة إنها احتجزت عشرة أشخاص. وقالت السلطات المحلية إنها تحقق.|أكدت الوكالة"
            + " فيما بعد أن معظمهم بلا سجلات.|وكالة الهجرة",
      })
  void speakerOfASentence_isNamedInTheOneBefore(String before, String sentence, String name) {
    Statement last =
        ATTRIBUTION.statements(Editions.of(before + "\n" + sentence, Language.ARABIC)).getLast();

    assertThat(last.speaker().orElseThrow().name()).isEqualTo(name);
  }

  private static Speaker first(String sentence) {
    return ATTRIBUTION
        .statements(Editions.of(sentence, Language.ARABIC))
        .getFirst()
        .speaker()
        .orElseThrow();
  }
}
