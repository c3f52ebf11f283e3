package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of text, invented. */
class RuleAttributionTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  private static List<Statement> english(String text) {
    return ATTRIBUTION.statements(Editions.of(text, Language.ENGLISH));
  }

  private static List<Statement> arabic(String text) {
    return ATTRIBUTION.statements(Editions.of(text, Language.ARABIC));
  }

  private static List<String> speakers(List<Statement> statements) {
    return statements.stream().map(s -> s.speaker().orElseThrow().name()).toList();
  }

  @Test
  void emptiedEdition_saysNothing() {
    for (Language language : Language.values()) {
      assertThat(RuleAttribution.shipped().statements(Editions.of("", language))).isEmpty();
    }
  }

  @Test
  void quotationWithSaid_isDirect_andItsSpanIsTheWordsWithoutMarks() {
    String text = "\"The bridge will open in May,\" said Harbour Minister Olga Brandt.";

    Statement statement = english(text).getFirst();

    assertThat(statement.speech()).isEqualTo(Speech.DIRECT);
    assertThat(statement.span().of(text)).isEqualTo("The bridge will open in May,");
    assertThat(statement.speaker().orElseThrow().name()).isEqualTo("Olga Brandt");
    assertThat(statement.speaker().orElseThrow().role()).contains("Harbour Minister");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Union leader Olga Brandt said the strike would go on. | Union leader",
        "\"We will not sign,\" said Opposition leader Olga Brandt. | Opposition leader",
        "Former economy minister Olga Brandt said prices would fall. | Former economy minister",
        "The blaze is out, harbour police chief Olga Brandt said. | harbour police chief",
        "He met human rights lawyer Olga Brandt, who said it was late. | human rights lawyer",
      })
  void roleBeforeAName_isPrintedWithItsField(String text, String role) {
    assertThat(english(text).getFirst().speaker().orElseThrow().role()).contains(role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The White House spoke on Monday. The White House said it was late. A hearing was set for"
            + " March, the court said. | court",
        "The Kremlin said gas would flow. The bank said that the currency was stable. | bank",
        "The European Commission said gas would flow. The commission said that it was late."
            + " | European Commission",
      })
  void bodyThatAStatesInstitutionIsNot_isItself(String text, String speaker) {
    assertThat(speakers(english(text)).getLast()).isEqualTo(speaker);
  }

  @Test
  void bodyThatAStatesInstitutionIsNot_isItselfInArabic() {
    String text = "قال البيت الأبيض إن الوقت متأخر. وقالت المحكمة إن الجلسة ستعقد في مارس.";
    assertThat(RuleAttribution.shipped().statements(Editions.of(text, Language.ARABIC)).getLast())
        .extracting(statement -> statement.speaker().orElseThrow().name())
        .isEqualTo("المحكمة");
  }

  @Test
  void article_isNobody() {
    String text =
        "ELM - The surgeon had reported that instruments were used twice, and lost his post in May,"
            + " the hospital said on Tuesday.\nThe minister had reported that prices were falling,"
            + " the bank said on Monday.";
    assertThat(speakers(english(text))).doesNotContain("The");
  }

  @Test
  void quotedPartOfAReport_isMixed() {
    Statement statement =
        english("Olga Brandt said that the plan was \"a costly joke\" for the town.").getFirst();

    assertThat(statement.speech()).isEqualTo(Speech.MIXED);
  }

  @Test
  void surname_findsTheFullNameOfTheArticle() {
    String text =
        "Harbour minister Olga Brandt opened the bridge.\nBrandt said that it would last.";

    assertThat(speakers(english(text))).containsExactly("Olga Brandt");
  }

  @Test
  void pronoun_isTheLastFittingSpeaker() {
    String text =
        "Mr Peter Holm said that the trains were late.\n"
            + "Mrs Olga Brandt said that they were not.\n"
            + "He said that nobody had counted.";

    assertThat(speakers(english(text))).containsExactly("Peter Holm", "Olga Brandt", "Peter Holm");
  }

  @Test
  void continuedQuotation_belongsToItsSpeaker() {
    String text =
        "Olga Brandt said: \"We built it in a year.\n\"It cost less than we feared.\"\n"
            + "\"And it is beautiful.\"";

    List<Statement> statements = english(text);

    assertThat(speakers(statements)).containsExactly("Olga Brandt", "Olga Brandt", "Olga Brandt");
    assertThat(statements).allMatch(statement -> statement.speech() == Speech.DIRECT);
  }

  @Test
  void possessor_doesNotSpeak() {
    assertThat(speakers(english("Brandt's lawyers said that the case was closed.")))
        .containsExactly("Brandt's lawyers");
  }

  @Test
  void beingMentioned_isNotSpeaking() {
    assertThat(english("Olga Brandt was met at the station by a crowd of reporters.")).isEmpty();
  }

  @Test
  void medium_isUpstreamOfWhoWasHeard() {
    Statement statement = english("Olga Brandt told Reuters that the bridge was safe.").getFirst();

    assertThat(statement.speaker().orElseThrow().name()).isEqualTo("Olga Brandt");
    assertThat(statement.upstream()).extracting(Upstream::name).containsExactly("Reuters");
    assertThat(statement.upstream().getFirst().entity()).contains("reuters");
  }

  @Test
  void ownOutlet_isNoUpstream() {
    Statement statement =
        ATTRIBUTION
            .statements(
                Editions.of(
                    "Reuters", "Olga Brandt told Reuters that it was safe.", Language.ENGLISH))
            .getFirst();

    assertThat(statement.upstream()).isEmpty();
  }

  @Test
  void anonymousSource_isKeptAsPrinted_andTiedToItsInstitution() {
    Speaker speaker =
        english("A White House official said that no talks were planned.")
            .getFirst()
            .speaker()
            .orElseThrow();

    assertThat(speaker.name()).isEqualTo("White House official");
    assertThat(speaker.anonymous()).isTrue();
    assertThat(speaker.institution()).contains("white-house");
  }

  @Test
  void arabicVerb_hasItsSubjectBehindIt_roleApart() {
    Statement statement =
        arabic("وقال وزير النقل المصري سامي درويش إن الجسر سيفتح في مايو.").getFirst();

    assertThat(statement.speech()).isEqualTo(Speech.REPORTED);
    assertThat(statement.speaker().orElseThrow().name()).isEqualTo("سامي درويش");
    assertThat(statement.speaker().orElseThrow().role()).contains("وزير النقل المصري");
  }

  @Test
  void arabicVerbWithoutSubject_isTheLastFittingSpeaker() {
    String text =
        "وقالت الوزيرة هدى النجار إن الميزانية جاهزة.\n"
            + "وأضافت: \"لن نرفع الأسعار هذا العام أبدا\".";

    List<Statement> statements = arabic(text);

    assertThat(speakers(statements)).containsExactly("هدى النجار", "هدى النجار");
    assertThat(statements.getLast().speech()).isEqualTo(Speech.DIRECT);
  }

  @Test
  void quotationWithoutOpeningMark_beginsBehindTheColon_andSilenceIsAnotherStatement() {
    String text =
        "وصرح مسؤول في الوزارة: لا توجد خطط كهذه حاليا\"، ولم ترد الشركة على طلب للتعليق.";

    List<Statement> statements = arabic(text);

    assertThat(statements).hasSize(2);
    Statement said = statements.getFirst();
    assertThat(said.speech()).isEqualTo(Speech.DIRECT);
    assertThat(said.span().of(text)).isEqualTo("لا توجد خطط كهذه حاليا");
    assertThat(said.speaker().orElseThrow().name()).isEqualTo("مسؤول في الوزارة");
    Statement silent = statements.getLast();
    assertThat(silent.kind()).isEqualTo(Statement.Kind.SILENT);
    assertThat(silent.speech()).isEqualTo(Speech.NONE);
    assertThat(silent.span().of(text)).isEqualTo("ولم ترد الشركة على طلب للتعليق");
    assertThat(silent.speaker().map(Speaker::name)).isEqualTo(Optional.of("الشركة"));
  }

  @Test
  void arabicCredit_isUpstream() {
    Statement statement = arabic("وقال سامي درويش إن الاتفاق قريب، بحسب وكالة رويترز.").getFirst();

    assertThat(speakers(List.of(statement))).containsExactly("سامي درويش");
    assertThat(statement.upstream().getFirst().entity()).contains("reuters");
  }

  @Test
  void anything_isReadWithoutFailing() {
    for (String text :
        List.of(
            "\"",
            "«»«",
            ":",
            "said",
            "قال",
            "، قال",
            "\"said\" \"",
            "وفقا ل",
            "according to",
            "وقالت والدته",
            "الطقس بارد بحسب والدته",
            "it said",
            "The it said",
            "The ministry it said")) {
      english(text);
      arabic(text);
    }
  }

  @Test
  void longRunsOfMarksAndNames_takeLittleTime() {
    for (String unit : List.of("a\" ", "X Y Z ", "he said ", "\"A\n", "قال زيد ")) {
      String text = unit.repeat(100_000 / unit.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            english(text);
            arabic(text);
          },
          unit);
    }
  }

  @Test
  void quotationBehindSaying_opensWhereverTheSpaceIs_andANameInItDoesNotSpeak() {
    String text =
        "صرحت السيدة ليلى درويش قائلة\" لطالما عبرت”نور\" عن مدى سوء ما تمر به، وظلت تتوقع بأنها"
            + " لن تعيش\"\n\"وبعدها، تلقيت مكالمة هاتفية من\"نور\" تخبرني بأنها ترحل\"";

    assertThat(speakers(arabic(text))).containsOnly("ليلى درويش");
  }

  @Test
  void verb_saysWhetherItIsHeOrShe_whateverTheName() {
    String text =
        "وقال هاني الشامي إن الطريق مغلق.\n"
            + "وقال هدى النجار، وهو عامل ميكانيكي، إن الساسة أشعلوا الخلاف.\n"
            + "وقال \"إن النزاع يشتد\".";

    assertThat(speakers(arabic(text))).containsExactly("هاني الشامي", "هدى النجار", "هدى النجار");
  }

  @Test
  void bareCompany_isTheOneThatTheSentenceNames() {
    String text =
        "وقالت شركة النور إن المصنع سيغلق.\n"
            + "وسيكون من المستحيل على شركة الواحة الاحتفاظ بمخزون أكثر من يوم، وفقًا لما أعلنته"
            + " الشركة.";

    assertThat(speakers(arabic(text))).containsExactly("شركة النور", "شركة الواحة");
  }

  @Test
  void verbWithoutSubject_meansTheBodyThatTheSentenceBeginsWith() {
    String text =
        "وقال سامي درويش إن المصنع بخير.\n"
            + "لم تتمكن شركة الواحة من تحديد مدة التوقف، ولكن على المدى الطويل، حذرت من أن"
            + " التكاليف سترتفع.";

    assertThat(speakers(arabic(text))).containsExactly("سامي درويش", "شركة الواحة");
  }

  @Test
  void nounBehindAMasculineVerb_thatItDoesNotAgreeWith_isTheAccused() {
    String text =
        "وقال سامي درويش إن المساكن غالية.\n"
            + "وقد اتهم شركات البناء الكبرى بالحفاظ على الأسعار مرتفعة.";

    assertThat(speakers(arabic(text))).containsExactly("سامي درويش", "سامي درويش");
  }

  @Test
  void relativeClause_mayNameWhoSpeaks() {
    String text =
        "وقالت شركة النور إن المصنع سيغلق.\n"
            + "وقد يحدث اضطراب على الحدود التي تقول الصناعة إنها قد تؤدي إلى تأخير.";

    assertThat(speakers(arabic(text))).containsExactly("شركة النور", "الصناعة");
  }

  @Test
  void truth_isToldAndDoesNotSpeak() {
    String text = "وكان الشاب يقول الحقيقة، ورد سامي درويش على هذا السؤال قائلا \"هذا كذب\".";

    assertThat(speakers(arabic(text))).containsExactly("سامي درويش");
  }

  @Test
  void statementOfABody_speaksForIt_thoughSomebodySpokeInBetween() {
    String text =
        "وقالت شرطة المدينة إن اللصوص هربوا.\nوقال سامي درويش إنه رآهم.\n"
            + "ووفقًا للبيان، فإن الشهود كثيرون.";

    assertThat(speakers(arabic(text)))
        .containsExactly("شرطة المدينة", "سامي درويش", "شرطة المدينة");
  }

  @Test
  void reporterFromAPlace_isCredited_andAFactDoesNotSpeak() {
    assertThat(speakers(arabic("خضع اللاعب لعملية يوم السبت، حسبما ذكر هاني الشامي من تونس.")))
        .containsExactly("هاني الشامي");
    assertThat(speakers(arabic("وقال سامي درويش إنه بخير.\nيبين هذا أن المدارس تدعم اللغات.")))
        .containsExactly("سامي درويش");
  }

  @Test
  void sourceOfAPaper_speaks_andThePaperIsUpstream() {
    Statement statement =
        arabic("وأشار أحد المصادر التابعة لصحيفة النهر أن الممثل كان يتطلع للعمل.").getFirst();

    assertThat(statement.speaker().orElseThrow().name())
        .isEqualTo("أحد المصادر التابعة لصحيفة النهر");
    assertThat(statement.upstream()).extracting(Upstream::name).containsExactly("صحيفة النهر");
  }

  @Test
  void peopleOfTheSentence_areWhoDescribedIt_andTheAgencyIsUpstream() {
    String text =
        "ويستعد محامو الشامي لمقاضاة المجلة بسبب المزاعم التي وصفوها بأنها \"تقارير غير مقبولة\"،"
            + " حسبما أفادت رويترز.";

    Statement statement = arabic(text).getFirst();

    assertThat(statement.speaker().orElseThrow().name()).isEqualTo("محامو الشامي");
    assertThat(statement.upstream()).extracting(Upstream::name).containsExactly("رويترز");
  }

  @Test
  void sourceOfAnOutlet_isCreditedToIt() {
    Statement statement =
        english(
                "The actor was silent, but a Scottish Sun source hinted that he was looking for"
                    + " work.")
            .getLast();

    assertThat(statement.upstream()).extracting(Upstream::name).containsExactly("Scottish Sun");
  }

  @Test
  void quotedName_isNotWhatTheVerbBehindItSays() {
    String text =
        "وفي هذا السياق زار الوفد المدينة، غير أن دبلوماسية \"الصهر والقناة الخلفية\" تكشف حدود"
            + " مقاربة الرئيس، التي تراهن على صلاته.";

    assertThat(arabic(text)).isEmpty();
  }

  @Test
  void twoPapers_orAMagazineThatIsQuotedFrom_areUpstream() {
    Statement two =
        arabic("وقد نقلت صحيفتا النهر والجسر عن الوزير سامي درويش قوله إن الميناء مغلق.")
            .getFirst();
    Statement one =
        arabic(
                "يمكن للمدينة أن تغلق الميناء، وفقًا لما كشفه وزير النقل سامي درويش، كما هو مقتبس"
                    + " من مجلة النهر.")
            .getFirst();

    assertThat(two.upstream()).extracting(Upstream::name).containsExactly("صحيفتا النهر والجسر");
    assertThat(one.upstream()).extracting(Upstream::name).containsExactly("مجلة النهر");
  }

  @Test
  void statementThatABodyIssued_isTheBodys() {
    String text =
        "وقال سامي درويش إنه لا يعرف.\n"
            + "وبعد هذا التصريح أصدر الاتحاد الدولي لكرة القدم بيانا توضيحيا أكد فيه أن درويش لم"
            + " يشكك في القرار.";

    assertThat(speakers(arabic(text))).containsExactly("سامي درويش", "الاتحاد الدولي لكرة القدم");
  }

  @Test
  void bareGroup_isTheOneOfThatNoun_namedBefore() {
    assertThat(
            speakers(
                arabic(
                    "هاجمت مجموعة الموج مواقع كثيرة.\nوكانت هذه المجموعة قد أعلنت عزمها مهاجمة"
                        + " المواقع.")))
        .containsExactly("مجموعة الموج");
    assertThat(
            speakers(
                arabic(
                    "وأعلنت السلطات إغلاق الطريق.\nوشهد سامي درويش، وهو مسؤول في وكالة الهجرة، أن"
                        + " الوكالة أوقفت العشرات.\nأكدت الوكالة أن الموقوفين كثيرون.")))
        .containsExactly("السلطات", "سامي درويش", "وكالة الهجرة");
  }
}
