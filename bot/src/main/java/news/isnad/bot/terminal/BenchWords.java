package news.isnad.bot.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import news.isnad.config.Tables;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Speaker;
import news.isnad.text.Language;

/**
 * The words and names of the benchmark: the shipped lexicon and known names, and as many invented
 * people again, so that the index's vocabulary is as large as that of real news. What is drawn
 * follows Zipf's law: the word of rank r comes up 1/r times as often as the first. Immutable.
 */
final class BenchWords {
  private static final int INVENTED = 4000;
  private static final int STRANGERS = 500;
  private static final List<String> ROLES_EN =
      List.of("mayor", "analyst", "lawyer", "union leader", "professor", "director", "governor");
  private static final List<String> ROLES_AR =
      List.of("رئيس البلدية", "المحلل", "المحامي", "زعيم النقابة", "الأستاذ", "المدير", "المحافظ");
  private static final List<String> LATIN =
      List.of(
          "ba", "ro", "mel", "dan", "sa", "vin", "ka", "lor", "ten", "ri", "mos", "fa", "ler", "do",
          "han", "se", "mir", "tar", "no", "lin", "za", "bor", "ki", "wen", "shu", "gor", "yas",
          "pel");
  private static final List<String> ARABIC =
      List.of(
          "با", "رو", "ميل", "دان", "سا", "فين", "كا", "لور", "تين", "ري", "موس", "فا", "لير", "دو",
          "هان", "سي", "مير", "تار", "نو", "لين", "زا", "بور", "كي", "وين", "شو", "غور", "ياس",
          "بيل");

  private final List<Term> terms = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Person> strangers = new ArrayList<>();
  private final List<KnownName> places;
  private final List<KnownName> agencies;
  private final List<KnownName> outlets;
  private final double[] zipf;

  /** A word in both languages. */
  record Term(String english, String arabic) {
    String in(Language language) {
      return language == Language.ARABIC ? arabic : english;
    }
  }

  /**
   * Somebody with an office, in both languages.
   *
   * @param id of the known name; empty for who is invented
   */
  record Person(Optional<String> id, Map<Language, String> names, Map<Language, String> roles) {
    Speaker speaking(Language language) {
      return new Speaker(name(language), Optional.of(role(language)), id, Optional.empty(), false);
    }

    String name(Language language) {
      return names.getOrDefault(language, "");
    }

    String surname(Language language) {
      String name = name(language);
      return name.substring(name.lastIndexOf(' ') + 1);
    }

    String role(Language language) {
      return roles.getOrDefault(language, "");
    }
  }

  BenchWords() {
    for (List<String> row : Tables.shipped("lexicon.tsv")) {
      if (row.size() < 3 || row.get(2).isEmpty()) {
        terms.add(new Term(row.getFirst(), Tables.alternatives(row.get(1)).getFirst()));
      }
    }
    KnownNames names = KnownNames.shipped();
    SplittableRandom dice = new SplittableRandom(7);
    List<Person> known =
        names.all().stream().filter(BenchWords::isOfficial).map(this::known).toList();
    for (int i = 0; i < INVENTED; i++) {
      if (i < known.size()) {
        people.add(known.get(i));
      }
      people.add(invented(dice, 0));
    }
    for (int i = 0; i < STRANGERS; i++) {
      strangers.add(invented(dice, 1));
    }
    places = of(names, Kind.PLACE, Kind.GOVERNMENT);
    agencies = of(names, Kind.AGENCY);
    outlets = of(names, Kind.OUTLET);
    zipf = new double[Math.max(terms.size(), people.size())];
    double sum = 0;
    for (int rank = 0; rank < zipf.length; rank++) {
      sum += 1.0 / (rank + 1);
      zipf[rank] = sum;
    }
  }

  private static boolean isOfficial(KnownName name) {
    return name.kind() == Kind.PERSON
        && !name.roles(Language.ENGLISH).isEmpty()
        && !name.roles(Language.ARABIC).isEmpty();
  }

  private Person known(KnownName name) {
    return new Person(
        Optional.of(name.id()),
        Map.of(
            Language.ENGLISH, name.name(Language.ENGLISH),
            Language.ARABIC, name.name(Language.ARABIC)),
        Map.of(
            Language.ENGLISH, name.roles(Language.ENGLISH).getFirst(),
            Language.ARABIC, name.roles(Language.ARABIC).getFirst()));
  }

  private static Person invented(SplittableRandom dice, int longer) {
    Term given = invented(dice, 2, longer);
    Term family = invented(dice, 2 + dice.nextInt(2), longer);
    int role = dice.nextInt(ROLES_EN.size());
    return new Person(
        Optional.empty(),
        Map.of(
            Language.ENGLISH, given.english + " " + family.english,
            Language.ARABIC, given.arabic + " " + family.arabic),
        Map.of(Language.ENGLISH, ROLES_EN.get(role), Language.ARABIC, ROLES_AR.get(role)));
  }

  private static Term invented(SplittableRandom dice, int syllables, int longer) {
    StringBuilder latin = new StringBuilder();
    StringBuilder arabic = new StringBuilder();
    for (int i = 0; i < syllables + longer; i++) {
      int syllable = dice.nextInt(LATIN.size());
      latin.append(LATIN.get(syllable));
      arabic.append(ARABIC.get(syllable));
    }
    latin.setCharAt(0, Character.toUpperCase(latin.charAt(0)));
    return new Term(latin.toString(), arabic.toString());
  }

  private static List<KnownName> of(KnownNames names, Kind... kinds) {
    return names.all().stream().filter(name -> List.of(kinds).contains(name.kind())).toList();
  }

  Person person(SplittableRandom dice) {
    return people.get(rank(dice, people.size()));
  }

  /** Somebody of whom no article tells. */
  Person stranger(SplittableRandom dice) {
    return strangers.get(dice.nextInt(strangers.size()));
  }

  /** What a story is about: seldom one of the very commonest words. */
  Term topic(SplittableRandom dice) {
    int skipped = 150;
    return terms.get(skipped + rank(dice, terms.size() - skipped));
  }

  Term any(SplittableRandom dice) {
    return terms.get(rank(dice, terms.size()));
  }

  KnownName place(SplittableRandom dice) {
    return places.get(rank(dice, places.size()));
  }

  KnownName agency(SplittableRandom dice) {
    return agencies.get(rank(dice, agencies.size()));
  }

  KnownName outlet(SplittableRandom dice) {
    return outlets.get(rank(dice, outlets.size()));
  }

  private int rank(SplittableRandom dice, int size) {
    int found = Arrays.binarySearch(zipf, 0, size, dice.nextDouble() * zipf[size - 1]);
    return Math.min(found >= 0 ? found : -found - 1, size - 1);
  }
}
