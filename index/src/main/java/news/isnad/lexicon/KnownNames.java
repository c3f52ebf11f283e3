package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * The names that the news uses most, with what each is called in both languages. Immutable, safe
 * for concurrent use.
 */
public final class KnownNames {
  private static final int COLUMNS = 8;

  private final Map<String, KnownName> byId;
  private final Set<String> taught;
  private final NameFinder names;
  private final NameFinder seats;

  private KnownNames(Collection<KnownName> all, Set<String> taught) {
    this.taught = Set.copyOf(taught);
    byId = new LinkedHashMap<>();
    NameFinder.Builder named = new NameFinder.Builder();
    NameFinder.Builder seated = new NameFinder.Builder();
    for (KnownName name : all) {
      if (byId.putIfAbsent(name.id(), name) != null) {
        throw new IllegalArgumentException("two known names have the id " + name.id());
      }
      for (Language language : Language.values()) {
        name.names(language).forEach(text -> named.add(text, name));
      }
      name.seats().forEach(text -> seated.add(text, name));
    }
    names = named.build();
    seats = seated.build();
  }

  /** The names of the shipped table {@code known-names.tsv}. */
  public static KnownNames shipped() {
    return of(Tables.shipped("known-names.tsv"));
  }

  /**
   * The names of a table with the columns id, kind, English names, Arabic names, seats, of, English
   * roles, Arabic roles; missing columns at the end count as empty.
   *
   * @throws IllegalArgumentException for a row without id or with an unknown kind, and for an id
   *     that is given twice
   */
  public static KnownNames of(List<List<String>> rows) {
    List<KnownName> all = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      all.add(known(row));
    }
    return new KnownNames(all, Set.of());
  }

  /** A copy that also knows these aliases; an alias of an unknown id is left out. */
  public KnownNames with(List<Alias> aliases) {
    Map<String, KnownName> all = new LinkedHashMap<>(byId);
    Set<String> known = new HashSet<>(taught);
    for (Alias alias : aliases) {
      all.computeIfPresent(alias.id(), (_, name) -> enlarged(name, alias.text().strip()));
      known.add(Folding.fold(alias.text().strip()));
    }
    return new KnownNames(all.values(), known);
  }

  /** Whether an operator taught this name. */
  boolean isTaught(String name) {
    return taught.contains(Folding.fold(name));
  }

  public Optional<KnownName> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every known name, in the order of the table. */
  public Collection<KnownName> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /**
   * What is called exactly so, in either script, with or without the article; the first of the
   * table where several are. Case does not count.
   */
  public Optional<KnownName> named(String name) {
    return names.exact(name).stream().findFirst();
  }

  /** Everything that is called exactly so, in the order of the table. */
  public List<KnownName> allNamed(String name) {
    return names.exact(name);
  }

  /**
   * What has its seat there: {@code Moscow} stands for the government of Russia when it is asked
   * for or speaks. The place itself is another thing.
   */
  public Optional<KnownName> seatOf(String place) {
    return seats.exact(place).stream().findFirst();
  }

  /** The names in a text, longest first, not overlapping, in order. */
  public List<Mention> mentions(String text, Language language) {
    return names.in(text, language);
  }

  /** The seats in a text, each with what it stands for, in order. */
  public List<Mention> seats(String text, Language language) {
    return seats.in(text, language);
  }

  /** The names that begin at a word of a question, longest only. */
  List<PhraseTable.Phrase<KnownName>> namesAt(List<String> folded, int at) {
    return names.at(folded, at);
  }

  /** The seats that begin at a word of a question, longest only. */
  List<PhraseTable.Phrase<KnownName>> seatsAt(List<String> folded, int at) {
    return seats.at(folded, at);
  }

  private static KnownName known(List<String> row) {
    List<String> columns = new ArrayList<>(row);
    while (columns.size() < COLUMNS) {
      columns.add("");
    }
    return new KnownName(
        columns.get(0).strip(),
        Kind.of(columns.get(1)),
        both(columns.get(2), columns.get(3)),
        Tables.alternatives(columns.get(4)),
        Tables.alternatives(columns.get(5)),
        both(columns.get(6), columns.get(7)));
  }

  private static Map<Language, List<String>> both(String english, String arabic) {
    Map<Language, List<String>> both = new EnumMap<>(Language.class);
    both.put(Language.ENGLISH, Tables.alternatives(english));
    both.put(Language.ARABIC, Tables.alternatives(arabic));
    return both;
  }

  private static KnownName enlarged(KnownName name, String alias) {
    Language language = Language.detect(alias);
    Map<Language, List<String>> names = new EnumMap<>(name.names());
    List<String> more = new ArrayList<>(name.names(language));
    more.add(alias);
    names.put(language, more);
    return new KnownName(name.id(), name.kind(), names, name.seats(), name.of(), name.roles());
  }

  /** The folded words of a name. */
  static List<String> folded(String name) {
    return Words.folded(name, Language.ENGLISH).stream().map(Word::folded).toList();
  }
}
