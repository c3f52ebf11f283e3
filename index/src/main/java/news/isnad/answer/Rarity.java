package news.isnad.answer;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.search.Form;
import news.isnad.search.NewsIndex;
import news.isnad.search.Wanted;
import news.isnad.text.Language;

/**
 * How much a thing wanted counts: the more, the fewer chunks have it. Confined to one thread, and
 * to one question: it remembers what it has looked up.
 */
final class Rarity {
  /** As if there were so many chunks more, so that in a small collection nothing is common. */
  private static final int COLLECTION_PRIOR = 60;

  private final NewsIndex index;
  private final Map<Language, Map<Wanted, Double>> known = new EnumMap<>(Language.class);

  Rarity(NewsIndex index) {
    this.index = index;
  }

  /** Of each thing, above 0. */
  Map<Wanted, Double> of(List<Wanted> things, Language language) {
    Map<Wanted, Double> rarity = new LinkedHashMap<>();
    for (Wanted wanted : things) {
      rarity.put(wanted, of(wanted, language));
    }
    return rarity;
  }

  double of(Wanted wanted, Language language) {
    return known
        .computeIfAbsent(language, _ -> new IdentityHashMap<>())
        .computeIfAbsent(wanted, _ -> found(wanted, language));
  }

  /** Whether any chunk of a language says a thing. */
  boolean isSaid(Wanted wanted, Language language) {
    return frequency(wanted, language) > 0;
  }

  private double found(Wanted wanted, Language language) {
    int all = index.chunks(language) + COLLECTION_PRIOR;
    int frequency = frequency(wanted, language);
    return Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
  }

  private int frequency(Wanted wanted, Language language) {
    int frequency = 0;
    for (Form form : wanted.in(language)) {
      frequency = Math.max(frequency, frequency(form, language));
    }
    return frequency;
  }

  private int frequency(Form form, Language language) {
    int least = Integer.MAX_VALUE;
    for (String stem : form.stems()) {
      least = Math.min(least, index.frequency(stem, language));
    }
    return least;
  }
}
