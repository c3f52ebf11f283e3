package news.isnad.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.question.NameSpotter.Spotted;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "the Crown Office", "crown-office",
          "مكتب التاج", "crown-office",
          "Court of the Seas", "sea-court",
          "Meridian Wire", "meridian-wire",
          "وكالة ميريديان", "meridian-wire");

  private final QuestionReader reader = new QuestionReader(QuestionReaderTest::spot);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "What did the mayor say about the new bridge?; mayor; new bridge",
        "what did Dana Ruiz say abt fuel prices; Dana Ruiz; fuel prices",
        "Did the Crown Office comment?; Crown Office; ''",
        "How much does the harbour ministry expect the levy to raise?; harbour ministry; levy"
            + " raise",
        "What is the Crown Office's position on the treaty?; Crown Office; treaty",
        "Dana Ruiz's statement; Dana Ruiz; ''",
        "statement by the energy minister on the pipeline; energy minister; pipeline",
        "The union's reaction to the closure; union; closure",
        "What do observers think of the talks?; observers; talks",
        "ما رأي درويش بسلوك اللاعب؟; درويش; بسلوك اللاعب",
        "رأي درويش بالاتفاق الجديد; درويش; بالاتفاق الجديد",
        "ماذا قال وزير الطاقة عن خط الأنابيب؟; وزير الطاقة; خط الأنابيب",
        "شو قالت دانا رويس عن أسعار الوقود؟; دانا رويس; أسعار الوقود",
        "ماقال العمدة عن الجسر; العمدة; الجسر",
        "ماذاقال العمدة عن الجسر; العمدة; الجسر",
        "بماذا شهد المدير أمام اللجنة؟; المدير; اللجنة",
        "ما موقف النقابة من إغلاق المصنع؟; النقابة; إغلاق المصنع",
        "تصريحات وزير الطاقة; وزير الطاقة; ''",
        "ماذا قال رئيس اتحاد الموانئ عن الرسوم في الميناء؟; رئيس اتحاد الموانئ; الرسوم الميناء",
        "كيف يفسر مكتب التاج رفض المعاهدة؟; مكتب التاج; رفض المعاهدة",
        "ماذا قالت Dana Ruiz عن الجسر؟; Dana Ruiz; الجسر",
        "How did Dana Ruiz justify the closure?; Dana Ruiz; closure",
        "What signs of trouble did Dana Ruiz mention?; Dana Ruiz; signs trouble",
        "What levy per crate did the board recommend?; board; levy crate",
        "What else did Dana Ruiz say?; Dana Ruiz; ''",
        "What warning did Dana Ruiz give about the levy?; Dana Ruiz; levy",
        "What assurance did the mayor of Lorin make on pensions?; mayor of Lorin; pensions",
        "ما التحذير الذي وجهه وزير الطاقة بشأن الرسوم؟; وزير الطاقة; الرسوم",
        "ما هي التطمينات التي قدمتها دانا رويس حول الجسر؟; دانا رويس; الجسر",
        "Did the union advise a strike?; union; strike",
        "What is the union's outlook for fuel prices?; union; outlook fuel prices",
        "What does Dana Ruiz make of the man who took her post?; Dana Ruiz; man took post",
        "What did the head of state say about the bridge?; head of state; bridge",
        "How did the crew die, according to Dana Ruiz, who spoke in Lorin?; Dana Ruiz; crew die",
        "دانا رويس قالت ايه عن الجسر؟; دانا رويس; الجسر",
        "هل نصحت النقابة بالإضراب في الميناء؟; النقابة; بالإضراب الميناء",
        "هل نصحت نقابة البحارة بتأجيل السفر؟; نقابة البحارة; بتأجيل السفر",
        "ماذا قال أنيس بالحاج عن الجسر؟; أنيس بالحاج; الجسر",
        "كيف بررت العمدة إغلاق الجسر؟; العمدة; إغلاق الجسر",
        "بم فسّر الماجد انخفاض المياه؟; الماجد; انخفاض المياه",
        "إلى ماذا أرجع الماجد اشتعال الحريق؟; الماجد; اشتعال الحريق",
        "ما توقعات العمدة بشأن أسعار الوقود؟; العمدة; توقعات أسعار الوقود",
        "ماذا قال العمدة لصحيفة الأفق عن الجسر؟; العمدة; لصحيفة الأفق الجسر",
        "بماذا وعدت رئيسة الميناء البحارين؟; رئيسة الميناء; البحارين",
        "بم هدد رئيس فولدمارك المضربين السابقين؟; رئيس فولدمارك; المضربين السابقين",
        "لماذا طالبت نقابة المعلمين الأردنيين بالتأجيل؟; نقابة المعلمين الأردنيين; بالتأجيل",
        "هل اعترف الماجد بالذنب؟; الماجد; بالذنب",
        "هل اعترف مهاجم فولدمارك بعلاقته بالحريق؟; مهاجم فولدمارك; بعلاقته بالحريق",
        "بماذا وعدت ماريفولت مستخدمي التطبيق؟; ماريفولت; مستخدمي التطبيق",
        "بماذا وعد رئيس مراسلي الوكالة؟; رئيس مراسلي الوكالة; ''",
        "مم تخشى نقابة البحارة؟; نقابة البحارة; ''",
        "ماذا تريد النقابة من الركاب؟; النقابة; الركاب",
        "How did the union characterise the closure?; union; closure",
        "What do police want from people who filmed the fire?; police; people filmed fire",
        "What do the fishermen fear?; fishermen; ''",
        "Why did Dana Ruiz apologise to the union?; Dana Ruiz; apologise union",
        "When did Dana Ruiz apologise to the union?; Dana Ruiz; apologise union",
        "What did Dana Ruiz apologise to the union for?; Dana Ruiz; union",
        "Why did Dana Ruiz say that the mill closed?; Dana Ruiz; mill closed",
        "لماذا رفضت دانا رويس إغلاق الطاحونة؟; دانا رويس; رفضت إغلاق الطاحونة",
        "ماذا قالت شركة التأمين على السفن عن الحريق؟; شركة التأمين على السفن; الحريق",
        // asked in a roundabout way
        "tell me what Dana Ruiz said about the levy; Dana Ruiz; levy",
        "Can you tell me what the mayor of Lorin said regarding the bridge; mayor of Lorin; bridge",
        "whats dana ruiz saying about the levy; dana ruiz; levy",
        "What was said by the mayor about the levy?; mayor; levy",
        "latest from Dana Ruiz on the levy; Dana Ruiz; levy",
        "the union leader statement on the levy; union leader; levy",
        "How does Dana Ruiz see the levy?; Dana Ruiz; levy",
        "Where does Dana Ruiz stand on the levy?; Dana Ruiz; levy",
        "according to Dana Ruiz what will become of the bridge; Dana Ruiz; become bridge",
        "احكيلي شو قالت دانا رويس عن الجسر; دانا رويس; الجسر",
        "ممكن تقولي دانا رويس قالت ايه عن الجسر; دانا رويس; الجسر",
        "عن الجسر ماذا قالت دانا رويس؟; دانا رويس; الجسر",
        "في موضوع الجسر ما رأي دانا رويس؟; دانا رويس; الجسر",
        "آخر ما قالته دانا رويس عن الجسر; دانا رويس; الجسر",
        "ماذا جاء في تصريح دانا رويس عن الجسر؟; دانا رويس; الجسر",
        "هل قالت دانا رويس شيئا عن الجسر؟; دانا رويس; الجسر",
        "واش قالت دانا رويس شي حاجة على الجسر; دانا رويس; الجسر",
        "ما قول دانا رويس في الجسر؟; دانا رويس; الجسر",
        "ماذا قال الرئيس شي لين وو عن الجسر؟; الرئيس شي لين وو; الجسر",
        "ماذا قالت مارين لو فال عن الجسر؟; مارين لو فال; الجسر",
        "what the mayor said about the levy; mayor; levy",
        "شو قالت دانا رويس اذا سكروا الجسر; دانا رويس; سكروا الجسر",
        "ماذا تطلب النقابة من العمدة بشأن الجسر؟; النقابة; العمدة الجسر",
        "كيف وصف رئيس مكتب التاج بناء الجسر؟; رئيس مكتب التاج; بناء الجسر",
      })
  void speakerAndTopic_areFound(String question, String speaker, String topic) {
    Reading reading = read(question);
    assertThat(reading.speaker().map(Reading.Asked::name)).contains(speaker);
    assertThat(String.join(" ", reading.topic())).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "How many people were arrested in Talune?; HOW_MANY; people arrested Talune",
        "Where was the treaty signed?; WHERE; treaty signed",
        "When will the bridge open?; WHEN; bridge open",
        "Who won the regatta?; WHO; won regatta",
        "Why did the mill close?; WHAT; mill close",
        "Why did the Court of the Seas turn down the levy?; WHAT; Court of the Seas turn down levy",
        "harbour levy protest; KEYWORD; harbour levy protest",
        "latest news on the harbour levy; LATEST; harbour levy",
        "كم شخصا اعتقل في تالون؟; HOW_MANY; شخصا اعتقل تالون",
        "متى يفتح الجسر؟; WHEN; يفتح الجسر",
        "من فاز بالسباق؟; WHO; فاز بالسباق",
        "آخر أخبار رسوم الميناء; LATEST; رسوم الميناء",
        "رسوم الميناء احتجاج; KEYWORD; رسوم الميناء احتجاج",
        "المدينة اشترت السفينة بكام؟; HOW_MANY; المدينة اشترت السفينة",
        "انعقد المؤتمر فين؟; WHERE; انعقد المؤتمر",
        "شقد شخص اعتقل في تالون؟; HOW_MANY; شخص اعتقل تالون",
        "شحال شخص اعتقل في تالون؟; HOW_MANY; شخص اعتقل تالون",
        "وقتاش يفتح الجسر؟; WHEN; يفتح الجسر",
        "وين انعقد المؤتمر؟; WHERE; انعقد المؤتمر",
        "شكون فاز بالسباق؟; WHO; فاز بالسباق",
        "علاش سكرت الطاحونة؟; WHAT; سكرت الطاحونة",
        "What happened when the mayor said so about the ferry?; WHAT; mayor said ferry",
        "What firm announced a loss?; WHAT; firm announced loss",
        "Where did people see the comet?; WHERE; people see comet",
        "How many guests does the house see?; HOW_MANY; guests house see",
        "latest statement on the levy; LATEST; statement levy",
        "latest from Lorin; LATEST; Lorin",
        "The city bought the ferry for how much?; HOW_MANY; city bought ferry"
      })
  void otherQuestions_areTopicOnly(String question, Kind kind, String topic) {
    Reading reading = read(question);
    assertThat(reading.kind()).isEqualTo(kind);
    assertThat(reading.speaker()).isEmpty();
    assertThat(String.join(" ", reading.topic())).isEqualTo(topic);
  }

  @Test
  void knownName_isLinked() {
    assertThat(read("What did the Crown Office say?").speaker().orElseThrow().entity())
        .contains("crown-office");
    assertThat(read("ماذا قال مكتب التاج؟").speaker().orElseThrow().entity())
        .contains("crown-office");
  }

  @Test
  void outletAsked_isAHint() {
    assertThat(read("Which newspaper reported the mill's closure?").hints().outletAsked()).isTrue();
    assertThat(read("أي صحيفة نقلت خبر إغلاق المصنع؟").hints().outletAsked()).isTrue();
    assertThat(read("What did the newspaper say?").hints().outletAsked()).isFalse();
  }

  @Test
  void accordingTo_outletIsVia_othersAreSpeakers() {
    Reading outlet = read("When will the bridge open, according to the Meridian Wire?");
    assertThat(outlet.hints().via().orElseThrow().entity()).contains("meridian-wire");
    assertThat(outlet.speaker()).isEmpty();
    Reading person = read("متى يفتح الجسر بحسب العمدة؟");
    assertThat(person.speaker().map(Reading.Asked::name)).contains("العمدة");
    assertThat(person.hints().speakerRequired()).isFalse();
  }

  @Test
  void warning_othersMayTellOfIt_unlessNothingButTheSpeakerIsNamed() {
    assertThat(read("What warning did the weather service give about the storm?").hints())
        .extracting(Reading.Hints::speakerRequired)
        .isEqualTo(false);
    assertThat(read("What warning did the weather service give?").hints().speakerRequired())
        .isTrue();
    assertThat(read("ما التحذير الذي وجهته هيئة الأرصاد بشأن العاصفة؟").hints().speakerRequired())
        .isFalse();
    assertThat(read("ما التحذير الذي وجهته هيئة الأرصاد؟").hints().speakerRequired()).isTrue();
  }

  @Test
  void silence_answersSayingOnly() {
    assertThat(read("Did the Crown Office comment?").hints().silenceAnswers()).isTrue();
    assertThat(read("What did the Crown Office announce?").hints().silenceAnswers()).isFalse();
  }

  @Test
  void period_leavesTheTopic() {
    Reading reading = read("What did Dana Ruiz say about the levy yesterday?");
    assertThat(reading.topic()).containsExactly("levy");
    assertThat(reading.from()).contains(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(reading.to()).contains(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "What was the score after Saturday's match?; score Saturday match",
        "Who won the November election?; won November election",
        "Dana Ruiz women November; Dana Ruiz women November",
        "كم كانت نتيجة مباراة السبت؟; نتيجة مباراة السبت",
        "رسوم الميناء نوفمبر; رسوم الميناء نوفمبر",
        "harbour levy millions 2025; harbour levy millions 2025",
        "رسوم الميناء ملايين 2025; رسوم الميناء ملايين 2025",
        "Who praised the 2025 budget?; praised 2025 budget",
        "What record will the striker set on Sunday?; record striker set Sunday",
        "ما الرقم الذي سيحققه المهاجم يوم الأحد؟; الرقم سيحققه المهاجم الأحد",
      })
  void periodOfAThing_mayBelongToTheTopic(String question, String topic) {
    List<Reading> readings = reader.read(question, asking(Optional.empty()));

    assertThat(readings).hasSize(2);
    assertThat(readings.getFirst().from()).isPresent();
    assertThat(readings.getLast().from()).isEmpty();
    assertThat(String.join(" ", readings.getLast().topic())).isEqualTo(topic);
  }

  @Test
  void countOfWhatAVerbOfSpeechTells_mayBeAFact() {
    List<Reading> readings =
        reader.read("How many lives has the flood claimed?", asking(Optional.empty()));
    assertThat(readings).hasSize(2);
    assertThat(readings.getLast().speaker()).isEmpty();
    assertThat(readings.getLast().topic()).contains("lives", "flood", "claimed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did the mayor say on Saturday?",
        "What did the mayor say about the levy in November?",
        "Who won the election last November?",
        "What happened yesterday?",
        "ماذا قال العمدة السبت عن الرسوم؟",
        "ماذا حدث في نوفمبر؟",
        "What happened to the levy in 2025?",
        "ماذا قال العمدة في مؤتمر السدود 2025؟",
      })
  void periodInWhichItHappened_isAPeriodOnly(String question) {
    assertThat(reader.read(question, asking(Optional.empty()))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "What did the mayor say about the levy?; And the Crown Office?; Crown Office; levy",
        "What did the mayor say about the levy?; what about the union; union; levy",
        "What did the mayor say about the levy?; And about the bridge?; mayor; bridge",
        "What did the mayor say about the levy?; And what did he say about tolls?; mayor; tolls",
        "What did the mayor say about the levy?; And Maroth about the wages?; Maroth; wages",
        "ماذا قال العمدة عن الرسوم؟; وكاروب عن الأجور؟; كاروب; الأجور",
        "ماذا قال العمدة عن الرسوم؟; وماذا عن كاروب بشأن الأجور؟; كاروب; الأجور",
        "What did the mayor say about the levy?; And what did the union say?; union; levy",
        "ماذا قال العمدة عن الرسوم؟; وماذا عن مكتب التاج؟; مكتب التاج; الرسوم",
        "ماذا قال العمدة عن الرسوم؟; والنقابة؟; النقابة; الرسوم",
        "ماذا قال العمدة عن الرسوم؟; وعن الجسر؟; العمدة; الجسر",
        "ماذا قال العمدة عن الرسوم؟; وماذا قالت النقابة؟; النقابة; الرسوم",
      })
  void followUp_carriesOver(String first, String second, String speaker, String topic) {
    Reading before = read(first);
    Reading reading = reader.read(second, asking(Optional.of(before))).getFirst();
    assertThat(reading.speaker().map(Reading.Asked::name)).contains(speaker);
    assertThat(String.join(" ", reading.topic())).isEqualTo(topic);
    assertThat(reading.followUpOf()).contains(first);
  }

  @Test
  void periodToCome_isPartOfTheTopic() {
    Reading reading = read("What will the levy be in 2040?");
    assertThat(reading.from()).isEmpty();
    assertThat(reading.topic()).containsExactly("levy", "2040");
    assertThat(read("كم ستبلغ الرسوم في عام 2040؟").from()).isEmpty();
  }

  @Test
  void followUp_mayBeATopicToo() {
    Reading before = read("What did the mayor say about the levy?");
    List<Reading> readings = reader.read("And Germany?", asking(Optional.of(before)));
    assertThat(readings).hasSize(3);
    assertThat(readings.get(1).topic()).containsExactly("levy", "Germany");
    assertThat(readings.get(2).topic()).containsExactly("Germany");
    assertThat(readings.get(2).speaker()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "What did Dana Ruiz say about the levy?; And her lawyers?; Dana Ruiz's lawyers",
        "What did Dana Ruiz say about the levy?; What did his party say?; Dana Ruiz's party",
        "ماذا قال سامي درويش عن الرسوم؟; وماذا قال محاموه؟; محامو سامي درويش",
        "ماذا قالت هدى النجار عن الرسوم؟; وماذا قالت شركتها؟; شركة هدى النجار",
        "ماذا قالت هدى النجار عن الرسوم؟; وماذا قال طه؟; طه",
        "ماذا قالت هدى النجار عن الرسوم؟; وأبوها؟; والد هدى النجار",
        "ماذا قال سامي درويش عن الرسوم؟; وأمه؟; والدة سامي درويش",
        "ماذا قال سامي درويش عن الرسوم؟; ومراته؟; زوجة سامي درويش",
        "ماذا قال سامي درويش عن الرسوم؟; وزميله؟; زميل سامي درويش",
        "ماذا قالت والدة هدى النجار عن الرسوم؟; وأبوها؟; والد هدى النجار",
      })
  void whoBelongsToTheSpeakerBefore_isAskedForWithTheName(
      String first, String second, String speaker) {
    Reading reading = reader.read(second, asking(Optional.of(read(first)))).getFirst();

    assertThat(reading.speaker().map(Reading.Asked::name)).contains(speaker);
    assertThat(String.join(" ", reading.topic())).isIn("levy", "الرسوم");
  }

  @Test
  void opener_withoutAQuestionBefore_saysNothing() {
    assertThat(read("And what did the mayor say about tolls?").followUpOf()).isEmpty();
  }

  @Test
  void senseless_isRead() {
    for (String typed :
        List.of("", "?", "🤷🤷", "\u0000\u0001", "ـــــ", "و", "and", "x".repeat(100_000))) {
      assertThat(reader.read(typed, asking(Optional.empty()))).isNotEmpty();
      assertThat(reader.read(typed, asking(Optional.of(read("What did X say?"))))).isNotEmpty();
    }
  }

  private Reading read(String question) {
    return reader.read(question, asking(Optional.empty())).getFirst();
  }

  private static Asking asking(Optional<Reading> previous) {
    return new Asking(
        Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC, Optional.empty(), previous);
  }

  private static List<Spotted> spot(String text, Language language) {
    List<Spotted> found = new ArrayList<>();
    NAMES.forEach(
        (name, id) -> {
          int at = text.indexOf(name);
          if (at >= 0) {
            found.add(new Spotted(new Span(at, at + name.length()), id, id.endsWith("wire")));
          }
        });
    return found;
  }
}
