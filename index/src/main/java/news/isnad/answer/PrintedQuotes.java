package news.isnad.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import news.isnad.article.Edition;
import news.isnad.search.Candidate;
import news.isnad.search.Form;
import news.isnad.search.Meaning;
import news.isnad.search.NewsIndex;
import news.isnad.search.Search;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Whether words were printed, and where: the index gives the editions that have most of them, their
 * stored texts decide. A quotation is looked for in its own language. Safe for concurrent use.
 */
public final class PrintedQuotes {
  /** Fewer words stand somewhere by chance. */
  public static final int FEWEST_WORDS = 4;

  /** More are not looked for. */
  public static final int MOST_WORDS = 150;

  /** Words that may differ in what is near, as a share of the quotation. */
  private static final double NEAR = 0.35;

  private static final int CANDIDATES = 60;
  private static final int SEARCHED_FOR = 24;

  private final NewsIndex index;
  private final LongFunction<Optional<Edition>> editions;
  private final Function<Edition, List<Statement>> statements;
  private final VerbatimGate gate;

  public PrintedQuotes(
      NewsIndex index,
      LongFunction<Optional<Edition>> editions,
      Function<Edition, List<Statement>> statements,
      VerbatimGate gate) {
    this.index = index;
    this.editions = editions;
    this.statements = statements;
    this.gate = gate;
  }

  /**
   * Words as they were printed. Immutable.
   *
   * @param citation the printed words, with whom the outlet gives them to
   * @param different stretches of the edition's text that the quotation does not have
   * @param missing words of the quotation that are not printed there
   */
  public record Printed(Citation citation, List<Span> different, List<String> missing) {
    public Printed {
      different = List.copyOf(different);
      missing = List.copyOf(missing);
    }

    public boolean isExact() {
      return different.isEmpty() && missing.isEmpty();
    }
  }

  /** Whether a text has enough words to be looked for, and not too many. */
  public static boolean canBeFound(String quote) {
    int words = Words.folded(quote, Language.detect(quote)).size();
    return words >= FEWEST_WORDS && words <= MOST_WORDS;
  }

  /**
   * Where a quotation was printed: word for word, the earliest first; where nobody printed it so,
   * what comes near it, the nearest first.
   */
  public List<Printed> find(String quote) {
    if (!canBeFound(quote)) {
      return List.of();
    }
    Language language = Language.detect(quote);
    List<Word> words = Words.of(quote, language);
    Map<Long, Edition> found = new LinkedHashMap<>();
    for (Candidate candidate : index.candidates(search(words, language), language, CANDIDATES)) {
      editions
          .apply(candidate.sequence())
          .ifPresent(edition -> found.putIfAbsent(edition.sequence(), edition));
    }
    int most = (int) (words.size() * NEAR);
    List<Printed> printed = new ArrayList<>();
    for (Edition edition : found.values()) {
      Alignment.of(quote, words, Words.folded(edition.text(), language), most)
          .filter(alignment -> saysTheSame(alignment, words, language))
          .flatMap(alignment -> printed(edition, alignment))
          .ifPresent(printed::add);
    }
    List<Printed> exact = printed.stream().filter(Printed::isExact).toList();
    return exact.isEmpty()
        ? printed.stream()
            .sorted(Comparator.comparingInt(PrintedQuotes::changes).thenComparing(EARLIEST))
            .toList()
        : exact.stream().sorted(EARLIEST).toList();
  }

  /** What carries the meaning has to be there too, not only the small words between. */
  private static boolean saysTheSame(Alignment alignment, List<Word> words, Language language) {
    List<Word> all = words.stream().filter(word -> carries(word, language)).toList();
    List<Word> missing =
        alignment.missing().stream()
            .flatMap(typed -> Words.folded(typed, language).stream())
            .filter(word -> carries(word, language))
            .toList();
    return missing.size() <= all.size() * NEAR;
  }

  private static boolean carries(Word word, Language language) {
    return !StopWords.contains(language, word.folded());
  }

  private static final Comparator<Printed> EARLIEST =
      Comparator.<Printed, Instant>comparing(each -> moment(each.citation().edition()))
          .thenComparingLong(each -> each.citation().edition().sequence());

  private static Instant moment(Edition edition) {
    return edition.published().orElse(edition.ingested());
  }

  private static int changes(Printed printed) {
    return Math.max(printed.different().size(), printed.missing().size());
  }

  /** The rarest words: they are in the fewest chunks. */
  private Search search(List<Word> words, Language language) {
    Map<String, Word> distinct = new LinkedHashMap<>();
    words.forEach(word -> distinct.putIfAbsent(word.stem(), word));
    List<Wanted> wanted =
        distinct.values().stream()
            .sorted(Comparator.comparingInt(word -> index.frequency(word.stem(), language)))
            .limit(SEARCHED_FOR)
            .map(word -> wanted(word, language))
            .toList();
    return new Search(language, wanted, List.of(), Optional.empty(), Meaning.UNKNOWN);
  }

  private static Wanted wanted(Word word, Language language) {
    Form form = new Form(List.of(word.folded()), List.of(word.stem()), 1);
    return new Wanted(word.folded(), false, Map.of(language, List.of(form)));
  }

  private Optional<Printed> printed(Edition edition, Alignment alignment) {
    Span span = alignment.span();
    Optional<Statement> said =
        statements.apply(edition).stream()
            .filter(statement -> 2 * common(statement.span(), span) >= span.length())
            .max(Comparator.comparingInt(statement -> common(statement.span(), span)));
    return gate.cite(
            Optional.of(edition),
            span.of(edition.text()),
            span,
            said.map(Statement::speech).orElse(Speech.NONE),
            said.flatMap(Statement::speaker),
            said.map(Statement::upstream).orElse(List.of()),
            1)
        .map(citation -> new Printed(citation, alignment.different(), alignment.missing()));
  }

  private static int common(Span one, Span other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }
}
