package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemmingTest {
  private static String arabic(String word) {
    return Stemming.stem(Folding.fold(word), Language.ARABIC);
  }

  private static String english(String word) {
    return Stemming.stem(Folding.fold(word), Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وزير الوزير والوزير للوزير بالوزير وللوزير لوزير ووزير كوزير وزيرها وزيرة",
        "حكومة الحكومة حكومات حكومته حكومتها وحكومتهم للحكومة بالحكومة وبالحكومة",
        "مسؤول المسؤولين مسؤولون والمسؤولون مسؤولة",
        "اجتماع الاجتماع اجتماعات باجتماع واجتماعهم",
        "قال وقال قالت فقالت قالوا",
        "موسكو بموسكو لموسكو وموسكو",
        "روسيا روسي الروسية الروسي وروسيا الروس",
        "أوكرانيا أوكراني الأوكرانية لأوكرانيا الأوكرانيين",
        "لبنان لبناني اللبنانية بلبنان اللبنانيون",
        "ألمانيا الألماني ألمانية لألمانيا",
        "بوتين لبوتين وبوتين",
        "بيان البيان بيانات وبيان",
        "التزام الالتزام التزامات بالتزام",
        "سياسة السياسة سياسي السياسيين",
        "يقدم سيقدم وسيقدم",
        "ليبيا ليبي الليبية لليبيا وليبيا",
        "فرنسا الفرنسي فرنسية وفرنسا لفرنسا",
      })
  void formsOfOneWord_shareTheirStem(String forms) {
    String[] words = forms.split(" ");
    for (String word : words) {
      assertThat(arabic(word)).as(word).isEqualTo(arabic(words[0]));
    }
  }

  @Test
  void wordThatTrulyBeginsWithAClitic_keepsIt() {
    assertThat(arabic("وزير")).isEqualTo("وزير");
    assertThat(arabic("ولاية")).isEqualTo("ولا");
    assertThat(arabic("بيان")).isEqualTo("بيان");
    assertThat(arabic("فريق")).isEqualTo("فريق");
    assertThat(arabic("كرملين")).startsWith("كرمل");
    assertThat(arabic("لقاء")).isEqualTo("لقاء");
  }

  @ParameterizedTest
  @CsvSource({
    "وليد, يد",
    "البحرية, الحرية",
    "كتاب, تاب",
    "وفد, فد",
    "بحرية, حرية",
    "لجنة, جنة",
    "القتال, قتل",
  })
  void differentWords_keepDifferentStems(String one, String other) {
    assertThat(arabic(one)).isNotEqualTo(arabic(other));
  }

  @ParameterizedTest
  @CsvSource({
    "elections, elect",
    "said, say",
    "met, meets",
    "told, telling",
    "children, child",
    "officials, official",
    "talks, talk",
    "men, man",
    "held, holding",
    "spokesmen, spokesman"
  })
  void englishForms_shareTheirStem(String one, String other) {
    assertThat(english(one)).isEqualTo(english(other));
  }

  @Test
  void stem_isNeverEmpty() {
    for (String text : RandomText.several(500)) {
      for (Word word : Words.of(text, Language.ARABIC)) {
        assertThat(Stemming.stem(word.folded(), Language.ARABIC)).isNotEmpty();
        assertThat(Stemming.stem(word.folded(), Language.ENGLISH)).isNotEmpty();
      }
    }
  }
}
