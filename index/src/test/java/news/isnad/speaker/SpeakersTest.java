package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks, in kinds of sentences; the text is invented. */
class SpeakersTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  private static List<Statement> read(String text) {
    return ATTRIBUTION.statements(Editions.of(text, Language.detect(text)));
  }

  private static List<String> names(String text) {
    return read(text).stream().map(s -> s.speaker().orElseThrow().name()).toList();
  }

  /** Sentence | every speaker in order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // possessors
        "وقال محامي الرئيس السابق فريد شاهين إن موكله غائب. | محامي الرئيس السابق فريد شاهين",
        "وقالت زوجة النائب عماد الرفاعي إن زوجها بخير. | زوجة النائب عماد الرفاعي",
        "وقال محامي الدفاع سامي درويش إن الملف ناقص. | سامي درويش",
        "وقال المتحدث باسم حملة ترامب إن الجولة تبدأ غدا. | المتحدث باسم حملة ترامب",
        // a noun as a given name, and what goes on
        "وقالت الوزيرة نجاح سامي إن الميناء سيغلق. | نجاح سامي",
        "واستكمل سامي درويش: «الرصيف الشرقي لم يكتمل بعد». | سامي درويش",
        // what somebody does is nobody, and a name behind the verb goes before what stands before
        "Harbour master Lena Maroth said she had time to read the paper on the pilots' demands. |"
            + " Lena Maroth",
        "The quay sinks a little each year, faster since the flood, says Tom Hale, a ferryman at"
            + " Karo. | Tom Hale",
        "The bench said it would hear the case in May. | bench",
        // a post is of whoever posts it
        "In a post on Monday, Lena Maroth left the choir. \"I sang here for nine years,\" the post"
            + " reads in part. | Lena Maroth",
        // a thing behind a bare role, or behind a name
        "وقالت الباحثة منى الجوهري إن البحيرة تضيق. وأعلنت الباحثة عزمها نشر الخرائط. | منى"
            + " الجوهري",
        "وقالت الباحثة منى الجوهري إن البحيرة تضيق. وتقترح الباحثة رسوما تصاعدية. | منى الجوهري",
        "وقال المدرب منير شلبي إن الخسارة مؤلمة. وأعلن المدرب ذاته تحمله كامل المسؤولية. | منير"
            + " شلبي",
        "وأرجعت وزيرة التجارة منى الجوهري النقص إلى الاحتكار. | منى الجوهري",
        // a time between subject and verb
        "The defence minister on Wednesday said the patrols would continue. | defence minister",
        "Karo's prime minister late on Tuesday said: \"We will rebuild the bridge.\" | Karo's prime"
            + " minister",
        "Foreign minister Lena Maroth on Sunday denied the report. | Lena Maroth",
        "The port authority earlier this week said the eastern quay was closed. | port authority",
        "\"We will not pay,\" the mayor of Lorin on Friday evening told reporters. | mayor of"
            + " Lorin",
        "Lena Maroth, the defence minister, on Wednesday said the base would close. | Lena Maroth",
        "Coach Emmanuel Sunday said the team was tired. | Emmanuel Sunday",
        // the press
        "Fourteen people were hurt in the crush, local press reported. | local press",
        // a deed behind a place, or behind a name with لل
        "أعلنت وزارة الصحة في مارفانيا تسجيل 12 إصابة جديدة بالحمى. | وزارة الصحة في مارفانيا",
        "وأكدت هيئة الموانئ في جزر كارو إغلاق الرصيف الشرقي. | هيئة الموانئ في جزر كارو",
        "أعلنت شركة سيلان للطيران إلغاء جميع رحلاتها اليوم. | شركة سيلان للطيران",
        "أكد مسؤول في مركز تسجيل الناخبين أن الاقتراع سيجري في موعده. | مسؤول في مركز تسجيل"
            + " الناخبين",
        // how it was said, and to whom
        "وقال سامي درويش إن العقد سار. وطالب بإبعاد الوسطاء. | سامي درويش",
        "أما مدرب الفريق منير شلبي فقال باقتضاب: «أعتذر للجماهير كلها». | منير شلبي",
        "وقال سامي درويش إن الأرصفة فتحت. وقال لوكالة أنباء الساحل إن الحاجة تبلغ رصيفين. | سامي"
            + " درويش",
        // the object by its ending
        "وقال سامي درويش إن الطرق أغلقت. ودعا المواطنين إلى عدم الخروج. | سامي درويش",
        // compound names
        "ونفى رئيس الجمعية عبد الواحد السمرقندي علمه بالقرار. | عبد الواحد السمرقندي",
        "وأنكر السائق سامي أبو زيد ما نسب إليه، مؤكدا أن الجهاز معطل. | سامي أبو زيد",
        // the subject stands behind "was"
        "وقالت منى الجوهري إن الوباء ينتشر. وكانت منظمة المرافئ أرسلت فريقا، وقالت إن الوضع مستقر."
            + " | منى الجوهري; منظمة المرافئ",
        "وكان المتحدث باسم صندوق المرافئ صرح للصحفيين بأن القرض جاهز. | المتحدث باسم صندوق المرافئ",
        // no verb of speech before the quotation
        "أما أم خالد، وهي جدة في السبعين، فلم تغادر بيتها: «إلى أين نذهب وهذه أشجارنا». | أم خالد",
        "وأمام البئر وقف الفلاح منير شلبي ينظر إلى نخيله: «حفرت مئة متر ولم أجد إلا الغبار». | منير"
            + " شلبي",
        // nobody new says it
        "وقال سامي درويش إن العاصفة تقترب. وبيّن أن الثلوج بلغت مترا. | سامي درويش",
        // a role that no table lists
        "ورد الصائغ جابر الصافي قائلا: \"العقد موجود عندي\". | جابر الصافي",
        // the object is no part of the name
        "ونفى متحدث باسم النادي وجود أي اتفاق. | متحدث باسم النادي",
        "ووصف وزير الخارجية سامي درويش الاتفاق بـ«الإنجاز الكبير». | سامي درويش",
        "وهدد زعيم الجماعة صالح الغانم بالرد على الهجوم. | صالح الغانم",
        "ولم يستبعد وزير المالية هاني الشامي رفع الضرائب، لكنه قال إن القرار بعيد. | هاني الشامي",
        // described by a relative clause
        "في خطوة وصفها سامي درويش بأنها «تاريخية»، وقع الطرفان اتفاقا. | سامي درويش",
        // an adverb and a medium between verb and clause
        "وقال سامي درويش لاحقا عبر تويتر إن الملاعب اكتملت. | سامي درويش",
        // issued by
        "ووفقا لبيان صادر عن وزارة الصحة، فإن اللقاح آمن. | وزارة الصحة",
        // a known surname is another one's
        "ووفقا للمدعي العام جون هاربر، فإن المتهم هرب. | جون هاربر",
        // nested: the outer speaker counts
        "وقال سامي درويش إن عمر البنا أبلغ المجلس بأن الجسر جاهز. | سامي درويش",
        "انطلقت في المدينة مظاهرات تطالب الحكومة بخفض الأسعار. |",
        // the cue stands far from its quotation
        "صرح سامي درويش نائب الرئيس الأول للتسويق في اتحاد الملاكمة العربي، عندما سئل بشأن موعد"
            + " النزال المقبل: \"لم نحدد يوما\". | سامي درويش",
        "\"هذه حلم طفولتي\"، هكذا علّق المهاجم الشاب رامي الأسعد على الفوز. | رامي الأسعد",
        // a short word is a verb only with its printed shadda
        "وبيّن سامي درويش أن الدعم مستمر. | سامي درويش",
        "جرى اللقاء بين سامي درويش أن ينتهي الأسبوع. |",
        // a missing space
        "وقال سامي درويش إنالجسر جاهز. | سامي درويش",
        // short words that are said are no part of the name, names between marks are
        "وقال المدرب الألماني سامي درويش \"هو سعيد هنا\". | سامي درويش",
        "وعلق الخبير لدى \"بيت المال\" سامي درويش: \"هذا مقلق\". | سامي درويش",
        "وقال القيادي في الحركة عماد البنا لـ«الضفة» إن الحملة ممنهجة. | عماد البنا",
        // manner and time are no names
        "وقال سامي درويش إن العرض جيد. وأضاف مبتسما: \"اسألوا زوجتي\". | سامي درويش",
        "وقالت الوزارة في مذكرتها إن الادعاء باطل. | الوزارة",
        // families, compound names, kunya
        "حسب رئيس النقابة عبد الله بن عيسى، فإن الطريق مسدود. | عبد الله بن عيسى",
        "ورد عليه زميله السابق وائل جمعة قائلا: \"المشكلة في الدفاع\". | وائل جمعة",
        "وقال جاره سامي درويش: \"كان هادئا دائما\". | سامي درويش",
        "تقول أم محمد، وهي نازحة: «لم نأكل منذ يومين». | أم محمد",
        "وقالت فاطمة ــ طالبة في كلية الطب ــ إن الدراسة صعبة. | فاطمة",
        "وقالت نقيبة المعلمين سعاد البنا أمام مقر الوزارة إن الإضراب مستمر. | سعاد البنا",
        // an office, then the name between commas
        "وأكد المتحدث الرسمي لوزارة الصحة، الدكتور محمد البنا، تسجيل ثلاث إصابات. | محمد البنا",
        // asking not to be named says nothing
        "قال مسؤول رفيع المستوى، طلب عدم الكشف عن هويته، إن الضربة محدودة. | مسؤول رفيع المستوى",
        // told, and through whom a document came
        "وذكر شهود عيان للوكالة أن الدخان غطى السماء. | شهود عيان",
        "وجاء في البيان الذي نشرته وزارة الصحة أن اللقاح آمن. | وزارة الصحة",
        "وتوعدت النقابة، في بيان، برد «قاس وسريع». | النقابة",
        "وعن غياب المهاجم سامي درويش قال: «سيعود». |",
        // English
        "McArdle's said it would close 40 stores. | McArdle's",
        "An aide who asked not to be named told reporters the plan was dead. | aide",
        "Guy Pearl, director of Vote Now, a group that trains clerks, pointed out that few came. |"
            + " Guy Pearl",
        "The tech giant, which is based in Oslo, said that the outage was over. | tech giant",
        "Bank of Norland governor Tom Hale said that rates would rise. | Tom Hale",
        "Professor Ivan Petrov of the University of Cluj said that bees can count. | Ivan Petrov",
        "Speaking to Sky News, the shadow home secretary, Nadia Cole, accused the government of"
            + " delay. | Nadia Cole",
        "The BBC quoted a security source as saying that the road was closed. | security source",
        "Foreign minister Ali Reza Karim was quoted by the agency as saying that talks had begun. |"
            + " Ali Reza Karim",
        "The union's secretary, Matt Roach, who led the strike, accused ministers of delay and"
            + " promised to fight on. | Matt Roach",
        "U.S. Secretary of State Lena Marsh said that the talks had begun. | Lena Marsh",
        "According to clerk Mike Dole, the driver fled on foot. | Mike Dole",
        "A spokesperson for the party leader, Chuck Brand, said that the vote was late. |"
            + " spokesperson for the party leader",
        "No one has said the bridge is safe. |",
        "If he says yes, the ship will sail. |",
        "Olga Brandt described the move as a great opportunity. | Olga Brandt",
        "According to a statement from the Harbour Ministry, the ship is safe. | Harbour Ministry"
      })
  void speaker_isWhoTheSentenceNames(String text, String speaker) {
    assertThat(names(text).stream().distinct().toList())
        .as(text)
        .isEqualTo(speaker == null ? List.of() : List.of(speaker.split("; ", -1)));
  }

  @Test
  void objectOfAVerb_isNoFeminineParticiple() { // «طالبه» is "asked him", and no «طالبة»
    assertThat(
            names(
                "وقالت وكالة النور إن الجسر سليم. وقال سامي درويش إن الجسر آمن."
                    + " كما طالبه بفتح الطريق، موضحا أنه آمن."))
        .containsExactly("وكالة النور", "سامي درويش", "سامي درويش");
  }

  @Test
  void bareOffice_isWhoHoldsItNow_notWhoHeldIt() {
    String text =
        "Former president Carl Oden said the president, Ruth Amsel, had failed.\n"
            + "The president said that she would go on.\n"
            + "The former president said that she would not.";

    assertThat(names(text)).containsExactly("Carl Oden", "Ruth Amsel", "Carl Oden");
  }

  @Test
  void arabicOffice_isWhoIsIntroducedWithIt() {
    String text =
        "وقال فؤاد زيتون، رئيس الغرفة التجارية، إن السوق هادئة.\n"
            + "وقالت هدى النجار إن الأسعار ثابتة.\nوأوضح رئيس الغرفة أن الطلب ضعيف.";

    assertThat(names(text)).containsExactly("فؤاد زيتون", "هدى النجار", "فؤاد زيتون");
  }

  @Test
  void sameSource_isTheOneThatSpokeBefore() {
    assertThat(names("صرح مصدر حكومي بأن الاجتماع تأجل.\nوأفاد المصدر نفسه بأن الوفد لم يصل."))
        .containsExactly("مصدر حكومي", "مصدر حكومي");
    assertThat(
            names(
                "A senior palace official said that talks had begun.\n"
                    + "The official said that they would last."))
        .containsExactly("senior palace official", "senior palace official");
  }

  @Test
  void ministry_isTheOneNamedBefore() {
    String text = "وأعلنت وزارة الصحة في نابلس إصابة خمسة عمال.\nوأضافت الوزارة أن حالتهم مستقرة.";

    assertThat(names(text)).hasSize(2).allMatch(name -> name.startsWith("وزارة الصحة"));
  }

  @Test
  void bodyOfWhichMoreIsSaid_isNoOtherOne() {
    String text =
        "The Coastal Health Office opened on Monday, its director Anna Berg said.\n"
            + "Five people have died, the health ministry said.";

    assertThat(names(text)).containsExactly("Anna Berg", "health ministry");
    assertThat(
            names(
                "The Coastal Health Ministry said on Monday that beds were free.\n"
                    + "Five people have died, the health ministry said."))
        .containsExactly("Coastal Health Ministry", "Coastal Health Ministry");
  }

  @Test
  void whoIsCarriedByAPronoun_isTheLastSpeaker() {
    String text = "وقال سامي درويش إن الاتفاق قريب.\nونقلت وكالة الشرق عنه قوله إن التوقيع غدا.";

    assertThat(names(text)).containsExactly("سامي درويش", "سامي درويش");
  }

  @Test
  void firstPersonBehindAnOpenQuotation_goesOnWithIt() {
    String text =
        "Olga Brandt said: \"The yard was empty for years.\n"
            + "We cleaned it with our own hands.\nThe yard opens on Friday.";

    assertThat(names(text)).containsExactly("Olga Brandt", "Olga Brandt");
    assertThat(names("وقالت هدى النجار: \"كان المكان خاليا سنوات\".\nنحن نظفناه بأيدينا."))
        .containsExactly("هدى النجار", "هدى النجار");
  }

  @Test
  void secondSpeakerOfASentence_isHeardToo() {
    String text =
        "نقلت صحيفة «الأفق» عن مصدر مطلع قوله إن الصفقة قريبة، فيما نفى سامي درويش وجود أي عرض.";

    assertThat(names(text)).containsExactly("مصدر مطلع", "سامي درويش");
  }
}
