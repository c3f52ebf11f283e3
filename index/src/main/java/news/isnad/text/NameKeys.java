package news.isnad.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Coarse keys of names: the classes of their consonants. Two spellings of a name, in one script or
 * in both, have a key in common; {@link NameDistance} then tells how near they are.
 *
 * <ul>
 *   <li>Arabic letters fall into the classes P F T D S X(ش) K H L M N R; vowel letters, ع and hamza
 *       count nothing, nor does a final ه; a letter repeated counts once
 *   <li>an Arabic word has one key for itself and one for each form without its clitics
 *   <li>a Latin word has several keys, because its letters are ambiguous: c is K or S, h may be
 *       silent, and so on; at most {@value #MOST}
 * </ul>
 *
 * <p>Stateless, safe for concurrent use.
 */
public final class NameKeys {
  /** A Latin word has at most so many keys. */
  static final int MOST = 32;

  private static final int SHORTEST = 3;
  private static final String VOWELS = "aeiouy";
  private static final String[] CLITICS = {
    "وبال", "وكال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال", "وب", "ول", "وك", "وف", "فل",
    "فب", "و", "ف", "ب", "ل", "ك", "س"
  };
  private static final Pattern SERVANT = Pattern.compile("^abd[aeou][lrsznthd](?=.{3})");
  private static final Map<Character, Character> CLASSES = classes();

  /** Longest first. An empty class: the letters may be silent. */
  private static final List<Letters> LATIN =
      List.of(
          new Letters("tsch", "X"),
          new Letters("sch", "X", "SK"),
          new Letters("tch", "X"),
          new Letters("sh", "X"),
          new Letters("ch", "X", "K", "H"),
          new Letters("ck", "K"),
          new Letters("kh", "H", "K"),
          new Letters("gh", "K", "", "KH"),
          new Letters("ph", "F"),
          new Letters("th", "T", "D", "S", "TH"),
          new Letters("tz", "S", "TS"),
          new Letters("ts", "S", "TS"),
          new Letters("dj", "K"),
          new Letters("dh", "D", "DH"),
          new Letters("zh", "X", "K"),
          new Letters("cz", "X", "S"),
          new Letters("sz", "X", "S"),
          new Letters("gn", "N", "KN"),
          new Letters("kn", "N", "KN"),
          new Letters("wr", "R"),
          new Letters("cq", "K"),
          new Letters("sc", "SK", "S", "X"),
          new Letters("mb", "MP", "M"),
          new Letters("stein", "STN", "XTN"),
          new Letters("b", "P"),
          new Letters("p", "P"),
          new Letters("f", "F"),
          new Letters("v", "F", ""),
          new Letters("t", "T"),
          new Letters("d", "D"),
          new Letters("s", "S"),
          new Letters("z", "S", "D"),
          new Letters("q", "K"),
          new Letters("k", "K"),
          new Letters("g", "K"),
          new Letters("j", "K", "", "H", "X"),
          new Letters("x", "KS", "S", "X"),
          new Letters("h", "H", ""),
          new Letters("l", "L"),
          new Letters("m", "M"),
          new Letters("n", "N"),
          new Letters("r", "R"),
          new Letters("w", "", "F"));

  private NameKeys() {}

  /** Letters of a Latin word and the classes that they may stand for. */
  private record Letters(String letters, List<String> classes) {
    Letters(String letters, String... classes) {
      this(letters, List.of(classes));
    }
  }

  /** The keys of a word in either script; none for a word without consonants. */
  public static Set<String> of(String word) {
    String folded = Folding.fold(word);
    return isArabic(folded) ? ofArabic(folded) : ofLatin(folded);
  }

  /** The keys of an Arabic word with all its clitics. */
  public static Set<String> ofArabic(String word) {
    Set<String> keys = new LinkedHashSet<>();
    for (String form : withoutClitics(Folding.fold(word))) {
      keys.add(key(form));
    }
    keys.remove("");
    return keys;
  }

  /** The keys of a Latin word, likeliest first. */
  public static Set<String> ofLatin(String word) {
    String letters = latinLetters(word);
    Collection<String> keys = List.of("");
    for (int at = 0; at < letters.length(); ) {
      Letters here = at(letters, at);
      boolean doubled =
          here.letters.length() == 1 && at > 0 && letters.charAt(at - 1) == letters.charAt(at);
      keys = extended(keys, classes(here, letters, at), doubled);
      at += here.letters.length();
    }
    String servant = withoutServant(letters);
    if (!servant.equals(letters)) {
      Set<String> all = new LinkedHashSet<>(keys);
      all.addAll(ofLatin(servant));
      keys = all;
    }
    int consonants = consonants(letters);
    List<String> sorted = new ArrayList<>(keys);
    sorted.remove("");
    sorted.sort(
        (a, b) -> {
          int near =
              Integer.compare(Math.abs(a.length() - consonants), Math.abs(b.length() - consonants));
          return near != 0 ? near : a.compareTo(b);
        });
    return new LinkedHashSet<>(sorted.subList(0, Math.min(MOST, sorted.size())));
  }

  static boolean isArabic(String folded) {
    return !folded.isEmpty() && folded.charAt(0) >= 0x600 && folded.charAt(0) < 0x700;
  }

  /** A folded Arabic word and its forms without clitics, the word itself first. */
  static List<String> withoutClitics(String folded) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded);
    for (String clitic : CLITICS) {
      if (folded.startsWith(clitic) && folded.length() - clitic.length() >= SHORTEST) {
        forms.add(folded.substring(clitic.length()));
      }
    }
    return List.copyOf(forms);
  }

  static String latinLetters(String word) {
    String folded = Folding.fold(word);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < folded.length() && letters.length() < Words.MAX_LENGTH; i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /**
   * Hakim of "abdelhakim": Arabic prints «عبد» apart from the name behind it. The same letters
   * where a name does not begin so.
   */
  static String withoutServant(String letters) {
    return SERVANT.matcher(letters).replaceFirst("");
  }

  private static String key(String folded) {
    String word = folded.replace("تش", "ش").replace("دج", "ج").replace("تز", "ز");
    if (word.endsWith("ه") && word.length() > SHORTEST) {
      word = word.substring(0, word.length() - 1);
    }
    StringBuilder key = new StringBuilder();
    char previous = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      Character consonant = CLASSES.get(c);
      if (consonant != null && c != previous) {
        key.append(consonant);
      }
      previous = c;
    }
    return key.toString();
  }

  private static Letters at(String letters, int at) {
    for (Letters candidate : LATIN) {
      if (letters.startsWith(candidate.letters, at)) {
        return candidate;
      }
    }
    return new Letters(letters.substring(at, at + 1));
  }

  /** The classes at this place; none for a vowel. */
  private static List<String> classes(Letters here, String word, int at) {
    boolean last = at + here.letters.length() == word.length();
    return switch (here.letters) {
      case "kn" -> at > 0 ? List.of("KN") : here.classes;
      case "c" -> {
        boolean soft = !last && "eiy".indexOf(word.charAt(at + 1)) >= 0;
        yield soft ? List.of("S", "X", "K") : last ? List.of("K", "X") : List.of("K");
      }
      case "s" -> {
        boolean german = at == 0 && !last && "tp".indexOf(word.charAt(1)) >= 0;
        yield german ? List.of("S", "X") : last && at > 3 ? List.of("S", "") : here.classes;
      }
      case "t", "d" -> {
        boolean silent = last && at > 3;
        yield silent ? List.of(here.classes.getFirst(), "") : here.classes;
      }
      case "z" -> last ? List.of("S", "D", "TS") : here.classes;
      default -> here.classes;
    };
  }

  private static Collection<String> extended(
      Collection<String> keys, List<String> classes, boolean doubled) {
    if (classes.isEmpty()) {
      return keys;
    }
    Set<String> all = new TreeSet<>();
    if (doubled) {
      all.addAll(keys);
      if (classes.size() == 1 || classes.contains("")) {
        return all;
      }
    }
    for (String key : keys) {
      for (String more : classes) {
        all.add(key + more);
      }
    }
    return all.size() <= 6 * MOST ? all : new ArrayList<>(all).subList(0, 6 * MOST);
  }

  private static int consonants(String letters) {
    int count = 0;
    for (int i = 0; i < letters.length(); i++) {
      if (VOWELS.indexOf(letters.charAt(i)) < 0 && "hw".indexOf(letters.charAt(i)) < 0) {
        count++;
      }
    }
    return count;
  }

  private static Map<Character, Character> classes() {
    String[] groups = {
      "بپP", "فڤF", "تطثT", "دضذظD", "سصزS", "شX", "جكقغگچK", "خحهH", "لL", "مM", "نN", "رR"
    };
    Map<Character, Character> classes = new HashMap<>();
    for (String group : groups) {
      char name = group.charAt(group.length() - 1);
      for (int i = 0; i < group.length() - 1; i++) {
        classes.put(group.charAt(i), name);
      }
    }
    return Map.copyOf(classes);
  }
}
