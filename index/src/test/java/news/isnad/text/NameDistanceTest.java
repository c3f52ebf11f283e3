package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameDistanceTest {
  /** Names of the news as both presses write them; chosen by us, not used to set any cost. */
  private static final String[][] NAMES = {
    {"Zelensky", "زيلينسكي"},
    {"Witkoff", "ويتكوف"},
    {"Netanyahu", "نتنياهو"},
    {"Kushner", "كوشنر"},
    {"Hegseth", "هيغسيث"},
    {"Araghchi", "عراقجي"},
    {"Pezeshkian", "بزشكيان"},
    {"Putin", "بوتين"},
    {"Lekjaa", "لقجع"},
    {"Elalami", "العلمي"},
    {"Trump", "ترامب"},
    {"Biden", "بايدن"},
    {"Macron", "ماكرون"},
    {"Scholz", "شولتس"},
    {"Merz", "ميرتس"},
    {"Starmer", "ستارمر"},
    {"Sunak", "سوناك"},
    {"Modi", "مودي"},
    {"Erdogan", "أردوغان"},
    {"Fidan", "فيدان"},
    {"Lavrov", "لافروف"},
    {"Peskov", "بيسكوف"},
    {"Medvedev", "ميدفيديف"},
    {"Shoigu", "شويغو"},
    {"Rubio", "روبيو"},
    {"Vance", "فانس"},
    {"Blinken", "بلينكن"},
    {"Sullivan", "سوليفان"},
    {"Leavitt", "ليفيت"},
    {"Gallant", "غالانت"},
    {"Smotrich", "سموتريتش"},
    {"Sinwar", "السنوار"},
    {"Haniyeh", "هنية"},
    {"Nasrallah", "نصر الله"},
    {"Meloni", "ميلوني"},
    {"Orban", "أوربان"},
    {"Tusk", "توسك"},
    {"Duda", "دودا"},
    {"Sanchez", "سانشيز"},
    {"Kallas", "كالاس"},
    {"Rutte", "روته"},
    {"Stoltenberg", "ستولتنبرغ"},
    {"Grossi", "غروسي"},
    {"Lagarde", "لاغارد"},
    {"Powell", "باول"},
    {"Yellen", "يلين"},
    {"Milei", "ميلي"},
    {"Lula", "لولا"},
    {"Maduro", "مادورو"},
    {"Petro", "بيترو"},
    {"Musk", "ماسك"},
    {"Bezos", "بيزوس"},
    {"Altman", "ألتمان"},
    {"Zuckerberg", "زوكربيرغ"},
    {"Khamenei", "خامنئي"},
    {"Raisi", "رئيسي"},
    {"Safadi", "الصفدي"},
    {"Sisi", "السيسي"},
    {"Burhan", "البرهان"},
    {"Hemedti", "حميدتي"},
    {"Mikati", "ميقاتي"},
    {"Salam", "سلام"},
    {"Barrack", "برّاك"},
    {"Ishiba", "إيشيبا"},
    {"Takaichi", "تاكايتشي"},
    {"Yoon", "يون"},
    {"Lukashenko", "لوكاشينكو"},
  };

  private static String single(String arabic) {
    return arabic.replace(" ", "");
  }

  @ParameterizedTest
  @CsvSource({
    "Zelensky, زيلينسكي",
    "Zelenskyy, زيلينسكى",
    "Witkoff, ويتكوف",
    "Netanyahu, نتنياهو",
    "Kushner, كوشنر",
    "Shanghai, شنغهاي",
    "Google, غوغل",
    "Google, جوجل",
    "Rabei, ربيع",
    "Mashaal, مشعل"
  })
  void sameName_isNear(String latin, String arabic) {
    assertThat(NameDistance.between(latin, arabic)).isLessThanOrEqualTo(.14);
    assertThat(NameDistance.between(arabic, latin)).isEqualTo(NameDistance.between(latin, arabic));
  }

  @ParameterizedTest
  @CsvSource({
    "ترامب, ترمب",
    "Zelensky, Zelenskyy",
    "Mohammed, Muhammad",
    "نتنياهو, نتانياهو",
    "غوتيريش, غوتيريس",
    "منوتشين, منوشين",
    "عراقتشي, عراقجي",
    "بريجيت, بريدغيت",
    "Lukashenko, Lukashenka",
    "بلومبيرغ, بلومبرغ"
  })
  void spellingsInOneScript_areNear(String one, String other) {
    assertThat(NameDistance.between(one, other)).isLessThanOrEqualTo(.12);
  }

  @ParameterizedTest
  @CsvSource({"Putin, ترامب", "Macron, مادورو", "Trump, Tusk", "لافروف, بيسكوف", "Biden, Baghdad"})
  void differentNames_areFar(String one, String other) {
    assertThat(NameDistance.between(one, other)).isGreaterThan(.2);
  }

  @ParameterizedTest
  @CsvSource({
    "Bahra, البحرة",
    "Salamah, سلامة",
    "Grace, جريس",
    "Hale, هيل",
    "Combs, كومز",
    "Rosenstein, روزنشتاين",
    "Abdelhakim, الحكيم",
    "Abdelhakim, عبدالحكيم"
  })
  void wayOfWritingThatOneScriptDoesNotShow_costsLittle(String latin, String arabic) {
    assertThat(NameDistance.between(latin, arabic)).isLessThan(.1);
    assertThat(NameKeys.ofLatin(latin)).containsAnyElementsOf(NameKeys.ofArabic(arabic));
  }

  @ParameterizedTest
  @CsvSource({"Abdelhakim, حاكم", "Abdelhakim, الحسين", "Bahra, بحر", "Grace, جسر"})
  void wayOfWriting_makesNoOtherName(String latin, String arabic) {
    assertThat(NameDistance.between(latin, arabic)).isGreaterThan(.12);
  }

  @Test
  void cliticBeforeTheName_costsLittle() {
    double plain = NameDistance.between("Kushner", "كوشنر");
    double behind = NameDistance.between("Kushner", "وكوشنر");
    assertThat(behind).isGreaterThan(plain).isLessThan(plain + .1);
  }

  @Test
  void wordWithoutLetters_isFarFromEverything() {
    assertThat(NameDistance.between("", "بوتين")).isEqualTo(NameDistance.NONE_IN_COMMON);
    assertThat(NameDistance.between("123", "Putin")).isEqualTo(NameDistance.NONE_IN_COMMON);
  }

  @Test
  void namesOfTheNews_areFoundAmongAllOthersInBothDirections() {
    List<String> missed = new ArrayList<>();
    for (String[] name : NAMES) {
      if (!nearest(name[0], 1).equals(single(name[1]))) {
        missed.add(name[0]);
      }
      if (!nearest(single(name[1]), 0).equals(name[0])) {
        missed.add(name[1]);
      }
    }
    assertThat(missed).isEmpty();
  }

  private static String nearest(String name, int column) {
    NameDistance from = NameDistance.from(name);
    return java.util.Arrays.stream(NAMES)
        .map(other -> single(other[column]))
        .filter(other -> NameKeys.of(other).stream().anyMatch(NameKeys.of(name)::contains))
        .min(Comparator.comparingDouble(from::to))
        .orElse("");
  }

  @Test
  void withinALimit_isTheSameAsWithoutOne() {
    List<String> names =
        List.of("Brandt", "براندت", "Haddad", "حداد", "الحداد", "Barandt", "Hadad", "نور", "Noor");
    for (String one : names) {
      for (String other : names) {
        double distance = NameDistance.between(one, other);
        for (double limit : new double[] {0, .05, .1, .3, distance}) {
          double found = NameDistance.from(one).to(other, limit);
          assertThat(found <= limit).isEqualTo(distance <= limit);
          if (found <= limit) {
            assertThat(found).isEqualTo(distance);
          }
        }
      }
    }
  }
}
