package news.isnad.speaker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Language;
import news.isnad.text.WordFilter;

/**
 * Finds the cues of the tables in a sentence; the longest one wins. Immutable.
 *
 * <p>Arabic forms are derived from the third person masculine: persons, numbers, و and ف.
 */
final class Cues {
  /** How a form is inflected; what is unknown is {@code ANY}. */
  enum Form {
    ANY,
    MASCULINE,
    FEMININE,
    PLURAL,
    /** «قائلا»: a participle that leans on the subject of another verb. */
    PARTICIPLE,
    /** «ما ذكرته الشركة»: what was said is the object and stands before. */
    OBJECT
  }

  /**
   * @param weak ends in ى, so that a printed ي is another word («نفى», «نفي»)
   * @param doubled only with the printed shadda («بيّن», not «بين»)
   */
  record Entry(
      List<String> words, Rule rule, Form form, boolean present, boolean weak, boolean doubled) {}

  record Match(int from, int to, Rule rule, Form form, boolean present) {}

  private static final char SHADDA = '\u0651';

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final WordFilter firstWords;
  private final GluedNames gluedNames = new GluedNames(this::isCue);

  Cues(List<Rule> rules, Language language) {
    for (Rule rule : rules) {
      for (String cue : rule.cues()) {
        if (language == Language.ARABIC && isVerb(rule) && cue.indexOf(' ') < 0) {
          inflect(cue, rule);
        } else {
          add(cue, rule, Form.ANY, false);
        }
      }
    }
    firstWords = new WordFilter(byFirstWord.keySet());
  }

  private static boolean isVerb(Rule rule) {
    return rule.slot() == Rule.Slot.SUBJECT || rule.slot() == Rule.Slot.SOURCE;
  }

  private void add(String cue, Rule rule, Form form, boolean present) {
    List<String> words = new ArrayList<>();
    for (String word : cue.split(" ", -1)) {
      words.add(Tokens.key(word));
    }
    byFirstWord
        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
        .add(
            new Entry(
                List.copyOf(words),
                rule,
                form,
                present,
                cue.endsWith("ى") && form == Form.MASCULINE && !present,
                cue.indexOf(SHADDA) >= 0));
  }

  private void inflect(String cue, Rule rule) {
    String stem = cue.substring(0, cue.length() - 1);
    if (cue.startsWith("ي")) {
      String rest = cue.substring(1);
      boolean weak = rest.endsWith("ي") || rest.endsWith("ى") || rest.endsWith("و");
      String plural = weak ? rest.substring(0, rest.length() - 1) : rest;
      add(cue, rule, Form.MASCULINE, true);
      add("ت" + rest, rule, Form.FEMININE, true);
      add("ي" + plural + "ون", rule, Form.PLURAL, true);
      add("ت" + rest + "ان", rule, Form.PLURAL, true);
      add("ي" + rest + "ان", rule, Form.PLURAL, true);
      if (rule.content().contains("label")) { // «يصفها المعهد بأنها»
        for (String object : List.of("ه", "ها", "هم")) {
          add(cue + object, rule, Form.OBJECT, true);
          add("ت" + rest + object, rule, Form.OBJECT, true);
        }
      }
    } else if (cue.endsWith("ا")
        && cue.length() > 3
        && !cue.equals("دعا")
        && !cue.endsWith("لها")) {
      add(cue, rule, Form.PARTICIPLE, true);
      add(stem + "ة", rule, Form.PARTICIPLE, true);
      add(stem + "ين", rule, Form.PARTICIPLE, true);
    } else {
      boolean weak = cue.endsWith("ى") || (cue.endsWith("ا") && cue.length() == 3);
      String bare = weak ? stem : cue;
      add(cue, rule, Form.MASCULINE, false);
      add(bare + "ت", rule, Form.FEMININE, false);
      add(bare + "وا", rule, Form.PLURAL, false);
      if (!weak) {
        add(cue + "ه", rule, Form.OBJECT, false);
        add(cue + "ته", rule, Form.OBJECT, false);
        boolean label = rule.content().contains("label");
        if (label || rule.content().contains("object")) { // «أخبرها أن»
          add(cue + "ها", rule, Form.OBJECT, false);
          add(cue + "هم", rule, Form.OBJECT, false);
          add(cue + "تها", rule, Form.OBJECT, false);
        }
        if (label) {
          add(bare + "وها", rule, Form.PLURAL, false);
          add(bare + "وه", rule, Form.PLURAL, false);
        }
      }
      if (cue.length() > 2) {
        add(weak ? bare + "يا" : cue + "ا", rule, Form.PLURAL, false);
      }
      add(bare + "تا", rule, Form.PLURAL, false);
    }
  }

  /** What parts names from these verbs. */
  GluedNames gluedNames() {
    return gluedNames;
  }

  /** Whether a folded word alone is a cue, inflected or not. */
  boolean isCue(String key) {
    return byFirstWord.getOrDefault(key, List.of()).stream()
        .anyMatch(entry -> entry.words().size() == 1);
  }

  /** Whether the Arabic verb at a token is said of him or of her; empty where it does not say. */
  Optional<Gender> genderOf(Line line, int index) {
    Set<Form> forms = new HashSet<>();
    at(line, index).forEach(match -> forms.add(match.form()));
    if (forms.equals(Set.of(Form.MASCULINE))) {
      return Optional.of(Gender.MASCULINE);
    }
    return forms.equals(Set.of(Form.FEMININE)) ? Optional.of(Gender.FEMININE) : Optional.empty();
  }

  /** Whether a participle is also printed as "asked him": «طالبه», and no «طالبة». */
  boolean isOfHim(Line line, int index) {
    return line.token(index).text().endsWith("ه")
        && at(line, index).stream().anyMatch(match -> match.form() == Form.OBJECT);
  }

  /** The cues that begin at a token, Arabic conjunctions taken off; the longest first. */
  List<Match> at(Line line, int index) {
    String key = line.key(index);
    List<Match> found = match(line, index, key);
    if (found.isEmpty() && key.length() > 2 && (key.charAt(0) == 'و' || key.charAt(0) == 'ف')) {
      found = match(line, index, key.substring(1));
    }
    return found;
  }

  private List<Match> match(Line line, int index, String first) {
    List<Entry> entries = firstWords.mayHave(first) ? byFirstWord.get(first) : null;
    if (entries == null) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    for (Entry entry : entries) {
      int end = index + 1;
      boolean all = true;
      for (int i = 1; i < entry.words().size() && all; i++) {
        String word = entry.words().get(i);
        boolean clitic = i == entry.words().size() - 1 && word.equals("ل");
        all = clitic ? line.key(end).startsWith("ل") : line.key(end).equals(word);
        end += clitic ? 0 : 1;
      }
      String printed = line.token(index).text();
      boolean other =
          (entry.weak() && printed.endsWith("ي"))
              || (entry.present() && printed.endsWith("ى") && entry.rule().cues().contains("يدعي"))
              || (entry.doubled() && printed.indexOf(SHADDA) < 0)
              || (entry.form() == Form.PLURAL && printed.endsWith("ًا")); // «تعهدًا»
      if (all && !other) {
        found.add(new Match(index, end, entry.rule(), entry.form(), entry.present()));
      }
    }
    found.sort(Comparator.comparingInt(match -> -match.to()));
    return found;
  }
}
