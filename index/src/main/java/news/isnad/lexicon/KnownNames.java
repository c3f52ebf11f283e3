package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.isnad.config.Tables;
import news.isnad.text.Folded;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The names that the news uses most, with what each is called in both languages: a table, and what
 * editors taught beside it. Safe for concurrent use.
 */
public final class KnownNames {
  private static final int COLUMNS = 8;

  /** What has no name yet. */
  private static final KnownName UNNAMED =
      new KnownName("-", Kind.UNKNOWN, Map.of(), List.of(), List.of(), Map.of());

  private final List<KnownName> table;

  /** What is known now: replaced as a whole. */
  private volatile Known known;

  /** Made when first asked for, and anew where names were taught since. */
  private volatile @Nullable Parts parts;

  private record Parts(long generation, NameParts parts) {}

  /** One state of what is known. */
  private record Known(
      long generation,
      Map<String, KnownName> byId,
      Map<String, String> taught,
      NameFinder names,
      NameFinder seats,
      Map<Language, Map<String, List<KnownName>>> offices) {
    static Known of(long generation, Map<String, KnownName> byId, Map<String, String> taught) {
      NameFinder.Builder named = new NameFinder.Builder();
      NameFinder.Builder seated = new NameFinder.Builder();
      for (KnownName name : byId.values()) {
        for (Language language : Language.values()) {
          name.names(language).forEach(text -> named.add(text, name));
        }
        name.seats().forEach(text -> seated.add(text, name));
      }
      return new Known(
          generation,
          byId,
          Map.copyOf(taught),
          named.build(),
          seated.build(),
          offices(byId.values()));
    }

    /** Who holds or held each office, by its folded name without the article. */
    private static Map<Language, Map<String, List<KnownName>>> offices(
        Collection<KnownName> names) {
      Map<Language, Map<String, List<KnownName>>> offices = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        Map<String, List<KnownName>> holders = new HashMap<>();
        for (KnownName name : names) {
          for (String role : name.roles(language)) {
            holders.computeIfAbsent(office(role), _ -> new ArrayList<>()).add(name);
          }
        }
        offices.put(language, holders);
      }
      return offices;
    }
  }

  private KnownNames(List<KnownName> table) {
    this.table = List.copyOf(table);
    this.known = Known.of(0, byId(), Map.of());
  }

  /** With what others knew before they were taught anything. */
  private KnownNames(List<KnownName> table, Known known) {
    this.table = table;
    this.known = known;
  }

  private static final class Shipped {
    static final KnownNames UNTAUGHT = of(Tables.shipped("known-names.tsv"));
  }

  private Map<String, KnownName> byId() {
    Map<String, KnownName> all = new LinkedHashMap<>();
    for (KnownName name : table) {
      if (all.putIfAbsent(name.id(), name) != null) {
        throw new IllegalArgumentException("two known names have the id " + name.id());
      }
    }
    return all;
  }

  /** The names of the shipped table {@code known-names.tsv}, which is read once; untaught. */
  public static KnownNames shipped() {
    return new KnownNames(Shipped.UNTAUGHT.table, Shipped.UNTAUGHT.known);
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
    return new KnownNames(all);
  }

  /**
   * Knows these too, from now on, and no others that were taught before. Whoever holds these names
   * sees it at once; what was made of them before is of an earlier {@link #generation}.
   */
  public synchronized void teach(List<TaughtName> all) {
    if (all.isEmpty() && known.generation() == 0) {
      return; // nothing was taught, and nothing is
    }
    Map<String, KnownName> byId = byId();
    Map<String, String> taught = new LinkedHashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (TaughtName each : all) {
      String id =
          byId.containsKey(each.id())
              ? each.id()
              : each.names().stream()
                  .flatMap(name -> Stream.ofNullable(ids.get(key(name))))
                  .findFirst()
                  .orElse(each.id());
      KnownName before = byId.getOrDefault(id, UNNAMED);
      List<String> fresh = each.names().stream().filter(name -> !isOf(before, name)).toList();
      byId.put(id, enlarged(id, before, fresh));
      each.names().forEach(name -> ids.putIfAbsent(key(name), id));
      fresh.forEach(name -> taught.putIfAbsent(key(name), id));
    }
    known = Known.of(known.generation() + 1, byId, taught);
  }

  /**
   * How a part of a name is written in the other language where it sounds otherwise: «جيمس» for
   * "james".
   */
  public List<String> partsOf(String folded, Language from) {
    Parts now = parts;
    if (now == null || now.generation() != known.generation()) {
      now = new Parts(known.generation(), NameParts.of(known.byId().values()));
      parts = now;
    }
    return now.parts().of(folded, from);
  }

  /** Changes whenever something is taught or no longer taught. */
  public long generation() {
    return known.generation();
  }

  /** Whether an editor taught this name. */
  boolean isTaught(String name) {
    Map<String, String> taught = known.taught();
    return !taught.isEmpty() && taught.containsKey(key(name));
  }

  /** The id of what is called exactly so because an editor taught it. */
  public Optional<String> taughtAs(String name) {
    Map<String, String> taught = known.taught();
    return taught.isEmpty() ? Optional.empty() : Optional.ofNullable(taught.get(key(name)));
  }

  private static boolean isOf(KnownName known, String name) {
    return known.names().values().stream()
        .flatMap(List::stream)
        .anyMatch(each -> key(each).equals(key(name)));
  }

  /** What makes two ways of writing a name the same: words without the article before them. */
  private static String key(String name) {
    String folded = NameFinder.withoutArticle(String.join(" ", folded(name)));
    return folded.startsWith("the ") ? folded.substring(4) : folded;
  }

  public Optional<KnownName> byId(String id) {
    return Optional.ofNullable(known.byId().get(id));
  }

  /** Every known name, in the order of the table. */
  public Collection<KnownName> all() {
    return Collections.unmodifiableCollection(known.byId().values());
  }

  /**
   * What is called exactly so, in either script, with or without the article; the first of the
   * table where several are. Case does not count.
   */
  public Optional<KnownName> named(String name) {
    return known.names().exact(name).stream().findFirst();
  }

  /** Everything that is called exactly so, in the order of the table. */
  public List<KnownName> allNamed(String name) {
    return known.names().exact(name);
  }

  /**
   * What has its seat there: {@code Moscow} stands for the government of Russia when it is asked
   * for or speaks. The place itself is another thing.
   */
  public Optional<KnownName> seatOf(String place) {
    return known.seats().exact(place).stream().findFirst();
  }

  /** Everybody who holds or held an office that is called so in a language. */
  public List<KnownName> holders(String office, Language language) {
    Map<String, List<KnownName>> offices = known.offices().getOrDefault(language, Map.of());
    return Collections.unmodifiableList(offices.getOrDefault(office(office), List.of()));
  }

  private static String office(String name) {
    String folded = Folding.fold(name);
    return (folded.startsWith("the ") ? folded.substring(4) : folded).strip();
  }

  /** The names in a text, longest first, not overlapping, in order. */
  public List<Mention> mentions(String text, Language language) {
    return known.names().in(text, language);
  }

  /** The same, where the words of the text are at hand. */
  public List<Mention> mentions(String text, List<Word> words) {
    return known.names().in(text, words);
  }

  /** The seats in a text, each with what it stands for, in order. */
  public List<Mention> seats(String text, Language language) {
    return known.seats().in(text, language);
  }

  /** The names that begin at a word of a question, longest only. */
  List<PhraseTable.Phrase<KnownName>> namesAt(List<String> folded, int at) {
    return known.names().at(folded, at);
  }

  /** What a name or a seat may begin with, and go on: their beginnings by this word. */
  List<PhraseTable.Beginning<?>> goingOn(Folded word) {
    List<PhraseTable.Beginning<?>> found = new ArrayList<>(known.names().goingOn(word));
    found.addAll(known.seats().goingOn(word));
    return found;
  }

  /** The seats that begin at a word of a question, longest only. */
  List<PhraseTable.Phrase<KnownName>> seatsAt(List<String> folded, int at) {
    return known.seats().at(folded, at);
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

  private static KnownName enlarged(String id, KnownName name, List<String> more) {
    Map<Language, List<String>> names = new EnumMap<>(Language.class);
    names.putAll(name.names());
    for (String text : more) {
      List<String> longer = new ArrayList<>(names.getOrDefault(Language.detect(text), List.of()));
      longer.add(text);
      names.put(Language.detect(text), longer);
    }
    return new KnownName(id, name.kind(), names, name.seats(), name.of(), name.roles());
  }

  /** The folded words of a name. */
  static List<String> folded(String name) {
    return Words.folded(name, Language.ENGLISH).stream().map(Word::folded).toList();
  }
}
