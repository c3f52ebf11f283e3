package news.isnad.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.article.Edition;
import news.isnad.question.Reading;
import news.isnad.search.Candidate;
import news.isnad.search.Meaning;
import news.isnad.search.NewsIndex;
import news.isnad.search.Search;
import news.isnad.search.Wanted;
import news.isnad.text.Language;

/** Collects the chunks that may hold the answer to one question. Immutable. */
final class Collecting {
  private static final int CHUNKS = 40;
  private static final int ARTICLES = 8;
  private static final int DENIALS = 8;

  private final NewsIndex index;
  private final Reading reading;
  private final List<Wanted> topic;
  private final List<Wanted> speaker;
  private final Meaning meaning;
  private final Period period;
  private final boolean beside;

  /**
   * Prepares to collect.
   *
   * @param beside whether a processor is left that may search one language while this one searches
   *     the other; where none is, handing work over costs more than it gains
   */
  Collecting(
      NewsIndex index,
      Reading reading,
      List<Wanted> topic,
      List<Wanted> speaker,
      Period period,
      boolean beside) {
    this.index = index;
    this.reading = reading;
    this.topic = topic;
    this.speaker = speaker;
    this.meaning = index.meaning(asked(reading));
    this.period = period;
    this.beside = beside;
  }

  /** The question as typed; a follow-up with what it takes over. */
  private static String asked(Reading reading) {
    if (reading.followUpOf().isEmpty()) {
      return reading.question();
    }
    String topic = String.join(" ", reading.topic());
    return reading.speaker().map(who -> who.name() + " " + topic).orElse(topic);
  }

  /**
   * The chunks found in each language, by the sequences of their articles. The languages are
   * searched beside one another, where a processor is left for that.
   */
  Map<Language, Map<Long, List<Candidate>>> everywhere() {
    return inEach(this::in);
  }

  private <T> Map<Language, T> inEach(Function<Language, T> search) {
    Stream<Language> languages = Stream.of(Language.values());
    return (beside ? languages.parallel() : languages)
        .collect(
            Collectors.toMap(
                Function.identity(), search, (one, _) -> one, () -> new EnumMap<>(Language.class)));
  }

  private Map<Long, List<Candidate>> in(Language language) {
    Map<Long, List<Candidate>> chunks = new LinkedHashMap<>();
    if (period.told().isPresent()) {
      add(chunks, language, period.told());
    }
    add(chunks, language, Optional.empty());
    return chunks;
  }

  private void add(
      Map<Long, List<Candidate>> chunks, Language language, Optional<NewsIndex.Published> within) {
    int before = chunks.size();
    Search search = new Search(reading.language(), topic, speaker, within, meaning);
    for (Candidate one : index.candidates(search, language, CHUNKS)) {
      if (chunks.containsKey(one.sequence()) || chunks.size() - before < ARTICLES) {
        chunks.computeIfAbsent(one.sequence(), _ -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Articles of an answer's days in which somebody denies something on the topic. */
  Set<Long> denying(Edition answer) {
    Optional<NewsIndex.Published> days = answer.published().map(OtherSide::sameStory);
    Search search = new Search(reading.language(), topic, List.of(), days, Meaning.UNKNOWN, true);
    Set<Long> found = new LinkedHashSet<>();
    inEach(language -> index.candidates(search, language, DENIALS))
        .values()
        .forEach(
            chunks ->
                chunks.stream()
                    .filter(chunk -> chunk.match() >= Search.DENIED_ON_TOPIC)
                    .forEach(chunk -> found.add(chunk.sequence())));
    return found;
  }
}
