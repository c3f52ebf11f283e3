package news.isnad.lexicon;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import news.isnad.lexicon.PhraseTable.Phrase;
import news.isnad.text.Language;
import news.isnad.text.Remembered;

/**
 * Countries, languages, currencies and cities in both languages, from the Unicode locale data that
 * come with Java and ICU. Loaded when first needed. Immutable, safe for concurrent use.
 */
final class LocaleNames {
  private static final Locale ENGLISH = Locale.ENGLISH;
  private static final Locale ARABIC = Locale.forLanguageTag("ar");

  private final Map<Language, PhraseTable<String>> names = new EnumMap<>(Language.class);
  private final Map<Language, Remembered<List<PhraseTable.Beginning<String>>>> starts =
      new EnumMap<>(Language.class);

  private LocaleNames() {
    for (Language language : Language.values()) {
      PhraseTable<String> table = new PhraseTable<>();
      names.put(language, table);
      starts.put(
          language, new Remembered<>(word -> table.beginnings(Clitics.forms(word, language))));
    }
    countries();
    languages();
    currencies();
    cities();
    names.values().forEach(PhraseTable::sorted);
  }

  private static final class Loaded {
    static final LocaleNames NAMES = new LocaleNames();
  }

  static LocaleNames loaded() {
    return Loaded.NAMES;
  }

  /** The longest match that begins at a word. */
  Lexicon.Match at(List<String> folded, int at, Language from) {
    List<Phrase<String>> best = List.of();
    for (PhraseTable.Beginning<String> start : starts(from).of(folded.get(at))) {
      List<Phrase<String>> other = PhraseTable.longest(start, folded, at);
      boolean longer =
          !other.isEmpty()
              && (best.isEmpty() || other.getFirst().length() > best.getFirst().length());
      best = longer ? other : best;
    }
    if (best.isEmpty()) {
      return Lexicon.Match.NONE;
    }
    Set<String> forms = new LinkedHashSet<>();
    best.forEach(phrase -> forms.add(phrase.value()));
    return new Lexicon.Match(best.getFirst().length(), List.copyOf(forms));
  }

  /** What begins with a word and may go on with another. */
  List<PhraseTable.Beginning<?>> goingOn(String first, Language from) {
    List<PhraseTable.Beginning<?>> found = new ArrayList<>(starts(from).of(first));
    found.removeIf(beginning -> !beginning.goesOn());
    return found;
  }

  private void countries() {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      add(country::getDisplayCountry);
    }
  }

  private void languages() {
    for (String code : Locale.getISOLanguages()) {
      if (code.length() == 2) {
        Locale language = Locale.forLanguageTag(code);
        add(language::getDisplayLanguage);
      }
    }
  }

  private void currencies() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      add(currency::getDisplayName);
    }
  }

  private void cities() {
    TimeZoneNames english = TimeZoneNames.getInstance(ULocale.forLocale(ENGLISH));
    TimeZoneNames arabic = TimeZoneNames.getInstance(ULocale.forLocale(ARABIC));
    for (String zone : TimeZone.getAvailableIDs()) {
      if (zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")) {
        String there = arabic.getExemplarLocationName(zone);
        String here = english.getExemplarLocationName(zone);
        if (there != null && here != null) {
          add(locale -> locale.equals(ENGLISH) ? here : there);
        }
      }
    }
  }

  private void add(Function<Locale, String> name) {
    List<String> english = KnownNames.folded(name.apply(ENGLISH));
    List<String> arabic = KnownNames.folded(name.apply(ARABIC));
    if (english.isEmpty() || arabic.isEmpty() || arabic.equals(english)) {
      return;
    }
    table(Language.ENGLISH).add(english, String.join(" ", arabic));
    table(Language.ARABIC).add(arabic, String.join(" ", english));
  }

  private Remembered<List<PhraseTable.Beginning<String>>> starts(Language language) {
    return Objects.requireNonNull(starts.get(language));
  }

  private PhraseTable<String> table(Language language) {
    return Objects.requireNonNull(names.get(language));
  }
}
