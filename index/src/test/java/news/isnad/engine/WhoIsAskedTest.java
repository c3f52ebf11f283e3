package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose words are given where somebody is asked for by what they are, or by whose they are. */
class WhoIsAskedTest {
  @TempDir Path folder;
  private AskedNews news;

  @BeforeEach
  void open() {
    news = new AskedNews(folder);
    news.store(Language.ENGLISH, "Market day", "The market opens at nine. Bread is cheap.");
    news.store(
        Language.ENGLISH,
        "Striker denies the charge",
        "Marco Belloni said the tax charge against him was false.\n"
            + "Belloni's lawyers said the tax charge rested on a forged letter.");
    news.store(
        Language.ENGLISH,
        "Court hears the border case",
        "Envoy Ines Calvo said the ruling would open the sea to the province.\n"
            + "Former president Ruben Ortega Salas, its representative at the court, said the"
            + " judges had been slow.");
    news.store(
        Language.ENGLISH,
        "Former president opens a bridge",
        "Former president Tomas Weil said the bridge was beautiful.");
  }

  @AfterEach
  void close() {
    news.close();
  }

  @Test
  void lawyersOfSomebody_areNotThatPerson() {
    assertThat(news.quoted("What did Belloni's lawyers say about the tax charge?"))
        .contains("forged letter");
    assertThat(news.quoted("What did Belloni say about the tax charge?")).contains("was false");
  }

  @Test
  void someoneDescribedBehindTheirName_isNotWhomTheyServe() {
    news.store(
        Language.ENGLISH,
        "Ferry sinks",
        "Kim Yodan-boro, an official of the firm that owns the ferry, said the crew was sorry.\n"
            + "Residents said the ferry was old.");

    assertThat(news.quoted("What did Kim Yodan-boro of the ferry's owner say?")).contains("sorry");
  }

  @Test
  void familyNameAlone_asksForWhoeverIsCalledSo() {
    news.store(
        Language.ENGLISH,
        "Court",
        "Foreign Minister Riad al-Maliki said the court would hear the case in autumn.\n"
            + "The judges sat in silence.");

    assertThat(news.quoted("What did Maliki say about the court?")).contains("autumn");
    assertThat(news.quoted("What did Nouri al-Maliki say about the court?")).isEqualTo("nothing");
  }

  @Test
  void theVerySpeaker_doesNotGoBeforeWhoSaysFarMoreOfTheTopic() {
    news.store(
        Language.ENGLISH,
        "France and the reef",
        "The French government said the wardens of the marine reef would be heard.\n"
            + "The sea was calm.");
    news.store(
        Language.ENGLISH,
        "French navy on the anchor chains",
        "The spokesman for the French foreign ministry, Luc Amorel, said the anchor chains had"
            + " torn the coral of the marine reef.\nThe sea was calm.");

    assertThat(news.quoted("What did France say about the anchor chains and the coral?"))
        .contains("torn the coral");
  }

  @Test
  void givenNameThatMayBeAParticle_isNoParticle() {
    news.store(
        Language.ENGLISH, "Ferry", "Lena Marshek said the ferry was new.\nThe sea was calm.");

    assertThat(news.quoted("What did Ben Marshek say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void whoeverSaysSomethingAndDeclinesToComment_isAnsweredWithWords() {
    news.store(
        Language.ENGLISH,
        "Ferry lands",
        "Norda Lines declined to comment on the missing passenger.\n"
            + "Norda Lines said that of all the people who had boarded in Lunde on Sunday evening"
            + " with their bags and dogs, a passenger was missing in the morning when the ferry"
            + " landed.");

    assertThat(news.quoted("What did Norda Lines say about the missing passenger?"))
        .contains("when the ferry landed");
  }

  @Test
  void followUp_goesOnInTheArticleThatAnswered() {
    Reading before = news.ask("What did the envoy Ines Calvo say?", Optional.empty()).reading();
    assertThat(before.answeredFrom()).hasSize(1);

    assertThat(news.quoted("And the former president?", Optional.of(before))).contains("slow");
    assertThat(news.quoted("What did Tomas Weil say?", Optional.of(before))).contains("beautiful");
  }

  @Test
  void followUpOnWhoSaysNothing_isToldOfTheSameArticle() {
    news.store(
        Language.ENGLISH,
        "Ferry sails again",
        "Transport Minister Jana Orel said the ferry would sail to Lunde in June.\n"
            + "Bettina Quist stood on the dock in tears.\n"
            + "Orel said the ferry was safe.");
    Reading before =
        news.ask("What did Jana Orel say about the ferry?", Optional.empty()).reading();

    assertThat(news.quoted("And Bettina Quist?", Optional.of(before))).contains("in tears");
    assertThat(news.quoted("And Piet Walraven?", Optional.of(before))).isEqualTo("nothing");
  }

  @Test
  void nameInAnotherSpelling_isTheSamePerson() {
    news.store(
        Language.ARABIC,
        "شيرين عبود",
        "قالت النائبة إليزابيث كارمين إن الجسر القديم سيهدم في الصيف.\nوالجسر بني قبل مئة عام.");

    assertThat(news.quoted("ماذا قالت اليزابيت كارمن عن الجسر القديم؟")).contains("سيهدم");
  }

  @Test
  void fullNameOfTheOtherScript_mayHaveASurnameThatIsSpelledFreely() {
    news.store(
        Language.ARABIC,
        "جسر جديد",
        "قال المهندس أوليفر ديرامون إن الجسر الجديد سيفتح في يونيو.\nوالنهر عميق.");

    assertThat(news.quoted("What did Oliver Duramont say about the new bridge?")).contains("سيفتح");
    assertThat(news.quoted("What did Oliver Bastin say about the new bridge?"))
        .isEqualTo("nothing");
  }

  @Test
  void unionOfACountry_speaksForIt_whereNobodyElseDoes() {
    news.store(
        Language.ENGLISH,
        "Pipeline",
        "Envoy Ines Calvo said the northern pipeline would be built.\n"
            + "The Federation of German Bakers has called on ministers to keep out of it.");
    Reading before =
        news.ask("What did Ines Calvo say about the northern pipeline?", Optional.empty())
            .reading();

    assertThat(news.quoted("And Germany?", Optional.of(before))).contains("German Bakers");
    assertThat(news.quoted("And Norway?", Optional.of(before))).doesNotContain("German Bakers");
  }

  @Test
  void latinNameInsideAnArabicQuestion_isReadInItsOwnLanguage() {
    news.store(
        Language.ARABIC,
        "طائرة مفقودة",
        "صرحت شركة طيران بلدافيا بأن راكبًا واحدًا مفقود بعد سقوط الطائرة.");

    assertThat(news.quoted("ماذا قالت Air Beldavia عن الراكب المفقود؟")).contains("مفقود");
  }

  @Test
  void roleInOtherWords_isTheOnePrinted_whereNobodyElseHasIt() {
    news.store(
        Language.ENGLISH,
        "Trial over the Grimsund dam",
        "Defence counsel Ida Mbeki said the dam had been built on sand.\n"
            + "Prosecutor Abel Costa said the cement had been stolen.\n"
            + "Director Ilse Bahr said the museum of Lunde would show the drawings of the dam.");

    assertThat(news.quoted("What did the attorney say about the dam?")).contains("built on sand");
    assertThat(news.quoted("What did the head of the Lunde museum say of the dam?"))
        .contains("show the drawings");
    assertThat(news.quoted("What did the surgeon say about the dam?")).isEqualTo("nothing");
  }

  @Test
  void namesakeIsAnother_whoeverSharesOneOfTwoNames() {
    news.store(
        Language.ENGLISH,
        "Golf in the rain",
        "Orlan Bertil said the rain had been kind to the visitors.\n"
            + "Marek Orlan played on, and Marek Orlan won.");

    assertThat(news.quoted("What did Orlan Bertil say about the rain?")).contains("kind");
    assertThat(news.quoted("What did Marek Orlan say about the rain?")).isEqualTo("nothing");
  }

  @Test
  void wordBeforeARole_belongsToIt() {
    news.store(
        Language.ENGLISH,
        "Strike at the quay",
        "Union leader Milan Hora said the strike at the quay would last a week.\n"
            + "Party leader Jana Orel said the strike at the quay was foolish.");

    assertThat(news.quoted("What did the union leader say about the strike?"))
        .contains("last a week");
    assertThat(news.quoted("What did the party leader say about the strike?")).contains("foolish");
  }

  @Test
  void otherWordsForWhatIsAsked_areFound() {
    news.store(
        Language.ENGLISH,
        "Ferry changes hands",
        "Owner Ines Calvo said a fee of 3 million had been agreed for the old ferry.");

    assertThat(news.quoted("How much was the payment for the old ferry?"))
        .contains("fee of 3 million");
  }

  @Test
  void qualifierElsewhereInTheArticle_isNotEnough_whereTheRoleIsSomebodyElses() {
    news.store(
        Language.ENGLISH,
        "Two towns and a ferry",
        "Transport Minister Jana Orel said the ferry would sail to Lunde in June.\n"
            + "Counsel Ida Mbeki said the ferry had sunk twice.\n"
            + "Barrister Leo Tang said the ferry was safe.\n"
            + "The health of the crew was good; an owner lives in Tarn.");

    assertThat(news.quoted("What did the health minister say about the ferry?"))
        .isEqualTo("nothing");
    assertThat(news.quoted("What did the Tarn attorney say about the ferry?")).isEqualTo("nothing");
  }

  @Test
  void whoSpeaksOfNothingThatWasAsked_isNoAnswer() {
    assertThat(news.quoted("What did Tomas Weil say about the lighthouse?")).isEqualTo("nothing");
    assertThat(news.quoted("What did Tomas Weil say about the bridge?")).contains("beautiful");
  }

  @Test
  void otherOfficials_areNotThoseWhoAreNamedBeside() {
    news.store(
        Language.ENGLISH,
        "The ferry and its dock",
        "Eastern officials have long speculated that the ferry would sail to Lunde.\n"
            + "Northern officials said the ferry was too old to sail.");

    assertThat(news.quoted("What did eastern officials say about the ferry?"))
        .doesNotContain("Northern");
    assertThat(news.quoted("What did northern officials say about the ferry?")).contains("too old");
  }

  @Test
  void vicePresident_isNoPresident() {
    news.store(
        Language.ENGLISH,
        "Cage fight cut short",
        "Dave Horn, senior vice president of Bellmont, said the broadcast had to end.\n"
            + "Bellmont president Scott Adair said the broadcast would be shown again.");

    assertThat(news.quoted("What did the president of Bellmont say about the broadcast?"))
        .contains("shown again");
    assertThat(news.quoted("What did the vice president of Bellmont say about the broadcast?"))
        .contains("had to end");
  }

  @Test
  void magazineThatLawyersSue_isNoLawyer() {
    news.store(
        Language.ENGLISH,
        "Striker sues",
        "Lurani's lawyers will sue Der Spiegel over the claims.\n"
            + "Lurani denied the claims in March, Der Spiegel reported.");

    assertThat(news.quoted("What did Lurani's lawyers say about the claims?"))
        .doesNotContain("Der Spiegel reported");
  }

  @Test
  void followUpOnSomethingElse_isNotAnsweredWithWhatWasToldBefore() {
    news.store(
        Language.ENGLISH,
        "Skipper looks back",
        "Olga Brandt said the storm and the sails had taught her patience at sea.\n"
            + "Olga Brandt said her first boat had been a gift.\n"
            + "Olga Brandt said the sails were sewn by hand.");
    Reading before =
        news.ask("What did Olga Brandt say about the storm?", Optional.empty()).reading();

    assertThat(before.answeredFrom()).hasSize(1);
    assertThat(before.answeredFrom().getFirst().told()).isPresent();
    assertThat(news.quoted("And about the sails?", Optional.of(before))).contains("sewn by hand");
    assertThat(news.quoted("When did she say that?", Optional.of(before))).contains("storm");
  }

  @Test
  void peopleOfNoOffice_mayBePrintedInOtherWords() {
    news.store(
        Language.ENGLISH,
        "Advert divides viewers",
        "The Elmo advert shows cows in a dance hall.\n"
            + "One woman wrote that the Elmo advert was cruel, and other critics agreed.");

    assertThat(news.quoted("What did critics of the Elmo advert write?")).contains("cruel");
    assertThat(news.quoted("What did Zuna Ferri write about the Elmo advert?"))
        .isEqualTo("nothing");
  }

  @Test
  void envoyOfACapital_isTheCountrys() {
    news.store(
        Language.ENGLISH,
        "Harbour League meets",
        "China's ambassador to the Harbour League said the pier was sinking.",
        "Norland's ambassador to the Harbour League said the pier was fine.");

    assertThat(news.quoted("What did Beijing's envoy say about the pier?")).contains("sinking");
    assertThat(news.quoted("ماذا قال مبعوث بكين عن الرصيف؟")).contains("sinking");
    assertThat(news.quoted("What did Tehran's envoy say about the pier?")).isEqualTo("nothing");
  }
}
