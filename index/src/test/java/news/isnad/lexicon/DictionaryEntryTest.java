package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class DictionaryEntryTest {
  @Test
  void pronunciationAndNumbers_areNoWords() {
    DictionaryEntry entry = DictionaryEntry.of("Heron /hˈɛɹən/\n1. مالك الحزين\n2. بلشون\n");
    assertThat(entry.head()).isEqualTo("heron");
    assertThat(entry.language()).isEqualTo(Language.ENGLISH);
    assertThat(entry.senses()).containsExactly("مالك الحزين", "بلشون");
  }

  @Test
  void harakat_areFolded() {
    assertThat(DictionaryEntry.of("strike\nإضرابٌ، ضَرْبة").senses())
        .containsExactly("اضراب", "ضربه");
  }

  @Test
  void marksInBrackets_areNoWords() {
    DictionaryEntry entry =
        DictionaryEntry.of("ferry <n> (boat) [naut.]\n(ن) عبّارة <f>; معديّة {قديم}\n");
    assertThat(entry.head()).isEqualTo("ferry");
    assertThat(entry.senses()).containsExactly("عباره", "معديه");
  }

  @Test
  void explanations_doNotTranslate() {
    assertThat(DictionaryEntry.of("A /ˈeɪ/\nآي - الحرف الأول في اللغة الإنجليزية").senses())
        .containsExactly("اي");
  }

  @Test
  void examplesInTheHeadsLanguage_areLeftOut() {
    assertThat(DictionaryEntry.of("run\nيركض\n   \"they run to the ferry\"\n").senses())
        .containsExactly("يركض");
  }

  @Test
  void arabicHead_hasEnglishSenses_withoutParticle() {
    DictionaryEntry entry = DictionaryEntry.of("أَبْحَرَ /ʔabħara/\n1. To sail\n2. The set-sail\n");
    assertThat(entry.language()).isEqualTo(Language.ARABIC);
    assertThat(entry.head()).isEqualTo("ابحر");
    assertThat(entry.senses()).containsExactly("sail", "set sail");
  }

  @Test
  void entryWithoutSense_saysNothing() {
    assertThat(DictionaryEntry.of("alone").senses()).isEmpty();
    assertThat(DictionaryEntry.of("").senses()).isEmpty();
    assertThat(DictionaryEntry.of("...\n1.\n(\n").senses()).isEmpty();
  }
}
