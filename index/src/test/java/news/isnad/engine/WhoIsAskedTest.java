package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose words are given where somebody is asked for by what they are, or by whose they are. */
class WhoIsAskedTest {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");

  @TempDir Path folder;
  private Engine engine;
  private int articles;

  @BeforeEach
  void open() {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
    store("Market day", "The market opens at nine. Bread is cheap.");
    store(
        "Striker denies the charge",
        "Marco Belloni said the tax charge against him was false.\n"
            + "Belloni's lawyers said the tax charge rested on a forged letter.");
    store(
        "Court hears the border case",
        "Envoy Ines Calvo said the ruling would open the sea to the province.\n"
            + "Former president Ruben Ortega Salas, its representative at the court, said the"
            + " judges had been slow.");
    store(
        "Former president opens a bridge",
        "Former president Tomas Weil said the bridge was beautiful.");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void lawyersOfSomebody_areNotThatPerson() {
    assertThat(quoted("What did Belloni's lawyers say about the tax charge?", Optional.empty()))
        .contains("forged letter");
    assertThat(quoted("What did Belloni say about the tax charge?", Optional.empty()))
        .contains("was false");
  }

  @Test
  void followUp_goesOnInTheArticleThatAnswered() {
    Reading before = ask("What did the envoy Ines Calvo say?", Optional.empty()).reading();
    assertThat(before.answeredFrom()).hasSize(1);

    assertThat(quoted("And the former president?", Optional.of(before))).contains("slow");
    assertThat(quoted("What did Tomas Weil say?", Optional.of(before))).contains("beautiful");
  }

  @Test
  void followUpOnWhoSaysNothing_isToldOfTheSameArticle() {
    store(
        "Ferry sails again",
        "Transport Minister Jana Orel said the ferry would sail to Lunde in June.\n"
            + "Bettina Quist stood on the dock in tears.\n"
            + "Orel said the ferry was safe.");
    Reading before = ask("What did Jana Orel say about the ferry?", Optional.empty()).reading();

    assertThat(quoted("And Bettina Quist?", Optional.of(before))).contains("in tears");
    assertThat(quoted("And Piet Walraven?", Optional.of(before))).isEqualTo("nothing");
  }

  @Test
  void nameInAnotherSpelling_isTheSamePerson() {
    store(
        "شيرين عبود",
        "قالت النائبة إليزابيث كارمين إن الجسر القديم سيهدم في الصيف.\nوالجسر بني قبل مئة عام.",
        Language.ARABIC);

    assertThat(quoted("ماذا قالت اليزابيت كارمن عن الجسر القديم؟", Optional.empty()))
        .contains("سيهدم");
  }

  @Test
  void fullNameOfTheOtherScript_mayHaveASurnameThatIsSpelledFreely() {
    store(
        "جسر جديد",
        "قال المهندس أوليفر ديرامون إن الجسر الجديد سيفتح في يونيو.\nوالنهر عميق.",
        Language.ARABIC);

    assertThat(quoted("What did Oliver Duramont say about the new bridge?", Optional.empty()))
        .contains("سيفتح");
    assertThat(quoted("What did Oliver Bastin say about the new bridge?", Optional.empty()))
        .isEqualTo("nothing");
  }

  @Test
  void unionOfACountry_speaksForIt_whereNobodyElseDoes() {
    store(
        "Pipeline",
        "Envoy Ines Calvo said the northern pipeline would be built.\n"
            + "The Federation of German Bakers has called on ministers to keep out of it.");
    Reading before =
        ask("What did Ines Calvo say about the northern pipeline?", Optional.empty()).reading();

    assertThat(quoted("And Germany?", Optional.of(before))).contains("German Bakers");
    assertThat(quoted("And Norway?", Optional.of(before))).doesNotContain("German Bakers");
  }

  @Test
  void latinNameInsideAnArabicQuestion_isReadInItsOwnLanguage() {
    store(
        "طائرة مفقودة",
        "صرحت شركة طيران بلدافيا بأن راكبًا واحدًا مفقود بعد سقوط الطائرة.",
        Language.ARABIC);

    assertThat(quoted("ماذا قالت Air Beldavia عن الراكب المفقود؟", Optional.empty()))
        .contains("مفقود");
  }

  @Test
  void roleInOtherWords_isTheOnePrinted_whereNobodyElseHasIt() {
    store(
        "Trial over the Grimsund dam",
        "Defence counsel Ida Mbeki said the dam had been built on sand.\n"
            + "Prosecutor Abel Costa said the cement had been stolen.\n"
            + "Director Ilse Bahr said the museum of Lunde would show the drawings of the dam.");

    assertThat(quoted("What did the attorney say about the dam?", Optional.empty()))
        .contains("built on sand");
    assertThat(quoted("What did the head of the Lunde museum say of the dam?", Optional.empty()))
        .contains("show the drawings");
    assertThat(quoted("What did the surgeon say about the dam?", Optional.empty()))
        .isEqualTo("nothing");
  }

  @Test
  void namesakeIsAnother_whoeverSharesOneOfTwoNames() {
    store(
        "Golf in the rain",
        "Orlan Bertil said the rain had been kind to the visitors.\n"
            + "Marek Orlan played on, and Marek Orlan won.");

    assertThat(quoted("What did Orlan Bertil say about the rain?", Optional.empty()))
        .contains("kind");
    assertThat(quoted("What did Marek Orlan say about the rain?", Optional.empty()))
        .isEqualTo("nothing");
  }

  @Test
  void wordBeforeARole_belongsToIt() {
    store(
        "Strike at the quay",
        "Union leader Milan Hora said the strike at the quay would last a week.\n"
            + "Party leader Jana Orel said the strike at the quay was foolish.");

    assertThat(quoted("What did the union leader say about the strike?", Optional.empty()))
        .contains("last a week");
    assertThat(quoted("What did the party leader say about the strike?", Optional.empty()))
        .contains("foolish");
  }

  @Test
  void otherWordsForWhatIsAsked_areFound() {
    store(
        "Ferry changes hands",
        "Owner Ines Calvo said a fee of 3 million had been agreed for the old ferry.");

    assertThat(quoted("How much was the payment for the old ferry?", Optional.empty()))
        .contains("fee of 3 million");
  }

  @Test
  void qualifierElsewhereInTheArticle_isNotEnough_whereTheRoleIsSomebodyElses() {
    store(
        "Two towns and a ferry",
        "Transport Minister Jana Orel said the ferry would sail to Lunde in June.\n"
            + "Counsel Ida Mbeki said the ferry had sunk twice.\n"
            + "Barrister Leo Tang said the ferry was safe.\n"
            + "The health of the crew was good; an owner lives in Tarn.");

    assertThat(quoted("What did the health minister say about the ferry?", Optional.empty()))
        .isEqualTo("nothing");
    assertThat(quoted("What did the Tarn attorney say about the ferry?", Optional.empty()))
        .isEqualTo("nothing");
  }

  @Test
  void whoSpeaksOfNothingThatWasAsked_isNoAnswer() {
    assertThat(quoted("What did Tomas Weil say about the lighthouse?", Optional.empty()))
        .isEqualTo("nothing");
    assertThat(quoted("What did Tomas Weil say about the bridge?", Optional.empty()))
        .contains("beautiful");
  }

  @Test
  void otherOfficials_areNotThoseWhoAreNamedBeside() {
    store(
        "The ferry and its dock",
        "Eastern officials have long speculated that the ferry would sail to Lunde.\n"
            + "Northern officials said the ferry was too old to sail.");

    assertThat(quoted("What did eastern officials say about the ferry?", Optional.empty()))
        .doesNotContain("Northern");
    assertThat(quoted("What did northern officials say about the ferry?", Optional.empty()))
        .contains("too old");
  }

  @Test
  void vicePresident_isNoPresident() {
    store(
        "Cage fight cut short",
        "Dave Horn, senior vice president of Bellmont, said the broadcast had to end.\n"
            + "Bellmont president Scott Adair said the broadcast would be shown again.");

    assertThat(
            quoted("What did the president of Bellmont say about the broadcast?", Optional.empty()))
        .contains("shown again");
    assertThat(
            quoted(
                "What did the vice president of Bellmont say about the broadcast?",
                Optional.empty()))
        .contains("had to end");
  }

  @Test
  void magazineThatLawyersSue_isNoLawyer() {
    store(
        "Striker sues",
        "Lurani's lawyers will sue Der Spiegel over the claims.\n"
            + "Lurani denied the claims in March, Der Spiegel reported.");

    assertThat(quoted("What did Lurani's lawyers say about the claims?", Optional.empty()))
        .doesNotContain("Der Spiegel reported");
  }

  @Test
  void followUpOnSomethingElse_isNotAnsweredWithWhatWasToldBefore() {
    store(
        "Skipper looks back",
        "Olga Brandt said the storm and the sails had taught her patience at sea.\n"
            + "Olga Brandt said her first boat had been a gift.\n"
            + "Olga Brandt said the sails were sewn by hand.");
    Reading before = ask("What did Olga Brandt say about the storm?", Optional.empty()).reading();

    assertThat(before.answeredFrom()).hasSize(1);
    assertThat(before.answeredFrom().getFirst().told()).isPresent();
    assertThat(quoted("And about the sails?", Optional.of(before))).contains("sewn by hand");
    assertThat(quoted("When did she say that?", Optional.of(before))).contains("storm");
  }

  @Test
  void peopleOfNoOffice_mayBePrintedInOtherWords() {
    store(
        "Advert divides viewers",
        "The Elmo advert shows cows in a dance hall.\n"
            + "One woman wrote that the Elmo advert was cruel, and other critics agreed.");

    assertThat(quoted("What did critics of the Elmo advert write?", Optional.empty()))
        .contains("cruel");
    assertThat(quoted("What did Zuna Ferri write about the Elmo advert?", Optional.empty()))
        .isEqualTo("nothing");
  }

  private Answer ask(String question, Optional<Reading> before) {
    engine.catchUp();
    return engine
        .judge(question, new Asking(MAY, ZoneOffset.UTC, Optional.empty(), before))
        .answer();
  }

  private String quoted(String question, Optional<Reading> before) {
    return ask(question, before) instanceof Answer.Found found
        ? found.citations().getFirst().quote()
        : "nothing";
  }

  private void store(String title, String text) {
    store(title, text, Language.ENGLISH);
  }

  private void store(String title, String text, Language language) {
    String id = "a" + articles++;
    engine
        .articles()
        .store(
            List.of(
                new ArticleDraft(
                    Optional.of(id),
                    Optional.empty(),
                    Optional.empty(),
                    "Vale Courier",
                    title,
                    language,
                    Optional.of(MAY),
                    text)));
  }
}
