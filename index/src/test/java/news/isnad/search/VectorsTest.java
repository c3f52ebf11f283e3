package news.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.embedding.Embedder;
import news.isnad.text.Language;
import news.isnad.text.Stemming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {
  @TempDir Path folder;

  @Test
  void chunkNearInMeaning_isFound_withoutACommonWord() {
    try (NewsIndex index = filled(Optional.of(new Subjects("one")))) {
      List<Candidate> found = find(index, index.meaning("boats"), Optional.empty());
      assertThat(found.getFirst().sequence()).isEqualTo(7);
      assertThat(found.getFirst().likeness()).isGreaterThan(.5);
      assertThat(found.getFirst().match()).isZero();
      assertThat(found.getLast().likeness()).isLessThan(.2);
    }
  }

  @Test
  void wordsAndMeaning_orderTogether() {
    try (NewsIndex index = filled(Optional.of(new Subjects("one")))) {
      Wanted ferry = wanted("timetable");
      List<Candidate> found =
          index.candidates(
              new Search(
                  Language.ENGLISH,
                  List.of(ferry),
                  List.of(),
                  Optional.empty(),
                  index.meaning("boats")),
              Language.ENGLISH,
              10);
      assertThat(found.stream().map(Candidate::sequence).limit(2))
          .containsExactlyInAnyOrder(7L, 3L);
    }
  }

  @Test
  void period_holdsForWhatIsNearToo() {
    try (NewsIndex index = filled(Optional.of(new Subjects("one")))) {
      Instant late = Instant.parse("2030-01-01T00:00:00Z");
      NewsIndex.Published later = new NewsIndex.Published(late, late.plusSeconds(60));
      assertThat(find(index, index.meaning("boats"), Optional.of(later))).isEmpty();
    }
  }

  @Test
  void withoutModel_nothingIsNear() {
    try (NewsIndex index = filled(Optional.empty())) {
      assertThat(find(index, index.meaning("boats"), Optional.empty())).isEmpty();
    }
  }

  @Test
  void otherModel_makesTheIndexAnew() {
    filled(Optional.of(new Subjects("one"))).close();
    assertThat(lastSequence(new Subjects("one"))).isEqualTo(20);
    assertThat(lastSequence(new Subjects("two"))).isZero();
  }

  @Test
  void noModel_makesTheIndexAnew() {
    filled(Optional.of(new Subjects("one"))).close();
    try (NewsIndex index = NewsIndex.open(folder)) {
      assertThat(index.lastSequence()).isZero();
    }
  }

  private long lastSequence(Embedder embedder) {
    try (NewsIndex index = NewsIndex.open(folder, Optional.of(embedder))) {
      return index.lastSequence();
    }
  }

  @Test
  void reader_withAnotherModelThanTheWriters_goesByWords() {
    try (NewsIndex writer = filled(Optional.of(new Subjects("one")));
        NewsIndex same = NewsIndex.open(folder, Optional.of(new Subjects("one")));
        NewsIndex other = NewsIndex.open(folder, Optional.of(new Subjects("two")))) {
      assertThat(other.isReadOnly()).isTrue();
      assertThat(find(same, same.meaning("boats"), Optional.empty())).isNotEmpty();
      assertThat(find(other, other.meaning("boats"), Optional.empty())).isEmpty();
      assertThat(writer.lastSequence()).isEqualTo(20);
    }
  }

  private static List<Candidate> find(
      NewsIndex index, Meaning meaning, Optional<NewsIndex.Published> within) {
    Wanted unknown = wanted("zeppelin");
    return index.candidates(
        new Search(Language.ENGLISH, List.of(unknown), List.of(), within, meaning),
        Language.ENGLISH,
        20);
  }

  private static Wanted wanted(String word) {
    String stem = Stemming.stem(word, Language.ENGLISH);
    Form form = new Form(List.of(word), List.of(stem), 1);
    return new Wanted(
        word, false, Map.of(Language.ENGLISH, List.of(form), Language.ARABIC, List.of()));
  }

  /** Twenty editions: the seventh is about a ferry, the third about a timetable, no other. */
  private NewsIndex filled(Optional<Embedder> embedder) {
    NewsIndex index = NewsIndex.open(folder, embedder);
    List<Indexed> editions = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      String text =
          i == 7
              ? "The ferry was late."
              : i == 3 ? "A new timetable of trams." : "Bakers met again, number " + i + ".";
      editions.add(new Indexed(edition(i, text), List.of()));
    }
    index.add(editions);
    index.commit(20);
    return index;
  }

  private static Edition edition(long sequence, String text) {
    return new Edition(
        sequence,
        "article" + sequence,
        1,
        Optional.empty(),
        "Quay Post",
        "",
        Language.ENGLISH,
        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
        Instant.EPOCH,
        text);
  }

  /** Knows that ferries are boats, and nothing else. */
  private record Subjects(String identity) implements Embedder {
    @Override
    public float[] question(String text) {
      return vector(text);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
      return texts.stream().map(Subjects::vector).toList();
    }

    private static float[] vector(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      boolean boats = lower.contains("ferry") || lower.contains("boats");
      double angle = boats ? 0 : 1.2 + (text.hashCode() & 7) * .02;
      return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    @Override
    public void close() {}
  }
}
