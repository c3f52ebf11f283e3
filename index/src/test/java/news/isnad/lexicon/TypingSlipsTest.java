package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingSlipsTest {
  private static final Set<String> QUESTION_WORDS = Set.of("spokesman", "اعلنت");
  private static final Vocabulary NEWS =
      new InMemoryVocabulary()
          .add(Language.ENGLISH, "Veldmark harbour levy postponed; Ilmar Sordetti, Ana Balarin")
          .add(Language.ARABIC, "رسوم الميناء تأجلت قالت الوزيرة محامو المدينة البحرة فيرون");
  private static final TypingSlips SLIPS =
      new TypingSlips(
          Lexicon.shipped(),
          KnownNames.shipped(),
          NEWS,
          (language, word) -> QUESTION_WORDS.contains(word),
          () -> 0);

  private static String corrected(String question) {
    return SLIPS.corrected(question, Language.detect(question));
  }

  @ParameterizedTest
  @CsvSource({
    "what about the habrour levy, what about the harbour levy",
    "who posponed it, who postponed it",
    "did the spokesmaan agree, did the spokesman agree",
    "the presiddent of it, the president of it",
    "ماذا عن رسوم الميانء, ماذا عن رسوم الميناء",
    "ماذا اعللنت, ماذا اعلنت",
    "ماذا قال الرييس, ماذا قال الرئيس",
    "قال مسوولو المدينة, قال مسؤولو المدينة",
    "عن السجلات الجنايية, عن السجلات الجنائيه",
    "ماذا عن الراكب المفوقد, ماذا عن الراكب المفقود",
    "كم شخصا اعتقلو, كم شخصا اعتقلوا",
    "ماذا عن الطبالة, ماذا عن البطاله",
    "ماذا قالت ريسية المدينة, ماذا قالت رئيسه المدينة",
    "ماذا قال قايد الفريق, ماذا قال قائد الفريق",
    "عن راكب الدراججة, عن راكب الدراجه",
    "ماذا عن رسومالميناء, ماذا عن رسوم الميناء"
  })
  void slip_isPutRight(String typed, String meant) {
    assertThat(corrected(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "what did the president say about elections",
    "ماذا قال الرئيس عن الانتخابات",
    "what did Marvolt announce",
    "will they characterise it",
    "ماذا قال محاموه",
    "ماقال الرئيس عن الانتخابات",
    "ماذا قال قايد السبسي عن الانتخابات",
    "كم عدد المصابين في الانفجارات",
    "ماذا عن الميناسء",
    "ماذا طلبت النقابات من البرلمانيين",
    "ماذا قال كيرون", // "like Firun" is another word
    "ماذا قال سانفورد", // no «ستانفورد», whom the names know
    "متى سيتم فتح الميناء",
    "ماذا قال عن مرضه",
    "كم بيتا هدمت الوزيرة",
    "ماذا عن الملف كاملا",
    "what about the freed sailors and the flu shots",
    "what about boycotting the levy",
    "statement by Harib Saafi"
  })
  void knownWordOrUnknownName_isLeftAsTyped(String question) {
    assertThat(corrected(question)).isEqualTo(question);
  }

  @Test
  void nameThatTheOtherLanguagesNewsHas_isLeftAsTyped() {
    assertThat(corrected("ماذا قال سورديتي")).isEqualTo("ماذا قال سورديتي");
    assertThat(corrected("ماذا قال بالارين")).isEqualTo("ماذا قال بالارين");
    assertThat(corrected("where was Hadi al-Bahra born")).isEqualTo("where was Hadi al-Bahra born");
  }

  @Test
  void changes_sayWhatWasTypedAndWhatWasRead() {
    assertThat(SLIPS.changes("the habrour levy", Language.ENGLISH))
        .containsExactly(org.assertj.core.api.Assertions.entry("habrour", "harbour"));
  }

  @Test
  void wordThatTheNewsHaveNow_isNoSlipAnyMore() {
    InMemoryVocabulary news = new InMemoryVocabulary().add(Language.ENGLISH, "the harbour levy");
    AtomicLong generation = new AtomicLong();
    TypingSlips slips =
        new TypingSlips(
            Lexicon.shipped(), KnownNames.of(List.of()), news, (_, _) -> false, generation::get);
    assertThat(slips.corrected("the habrour", Language.ENGLISH)).isEqualTo("the harbour");

    news.add(Language.ENGLISH, "Habrour");
    generation.incrementAndGet();

    assertThat(slips.corrected("the habrour", Language.ENGLISH)).isEqualTo("the habrour");
  }
}
