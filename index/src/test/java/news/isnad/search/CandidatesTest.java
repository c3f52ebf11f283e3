package news.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.speaker.RuleAttribution;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Stemming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which chunks are found, and in which order. */
class CandidatesTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir private Path folder;
  private NewsIndex index;

  @BeforeEach
  void open() {
    index = NewsIndex.open(folder);
    add(1, Language.ENGLISH, MAY, "Harbour", "The harbour levy will rise in spring.");
    add(2, Language.ENGLISH, MAY, "Levy", "A levy on fish was agreed.");
    add(3, Language.ENGLISH, JUNE, "Council", "Olga Brandt denied that the levy was paid.");
    add(4, Language.ENGLISH, JUNE, "Weather", "It rained in the hills.");
    add(5, Language.ARABIC, JUNE, "الرسوم", "سترتفع رسوم الميناء في الربيع.");
    index.commit(5);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void add(long sequence, Language language, Instant at, String title, String text) {
    Edition edition =
        new Edition(
            sequence,
            "article-" + sequence,
            1,
            Optional.empty(),
            "The Sample",
            title,
            language,
            Optional.of(at),
            at,
            title + "\n" + text);
    index.add(List.of(new Indexed(edition, RuleAttribution.shipped().statements(edition))));
  }

  @Test
  void chunkThatHoldsMoreOfWhatIsWanted_comesFirst() {
    assertThat(found(Language.ENGLISH, "harbour", "levy")).startsWith(1L);
  }

  @Test
  void veryManyWords_areSearchedFor() {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<String> words = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        words.add("quay" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + (char) ('a' + j));
      }
      add(10 + i, Language.ENGLISH, MAY, "Quays", String.join(" ", words) + " are open.");
      List<Form> forms = words.stream().map(word -> form(word, Language.ENGLISH)).toList();
      wanted.add(new Wanted(words.getFirst(), false, Map.of(Language.ENGLISH, forms)));
    }
    index.commit(400);
    assertThat(candidates(Language.ENGLISH, wanted, List.of(), false)).isNotEmpty();
  }

  @Test
  void wordThatNoArticleHad_isFoundOnceOneHasIt() {
    assertThat(found(Language.ENGLISH, "lighthouse")).isEmpty();
    assertThat(index.frequency("lighthous", Language.ENGLISH)).isZero();
    add(6, Language.ENGLISH, JUNE, "Coast", "The old lighthouse was sold.");
    index.commit(6);
    assertThat(found(Language.ENGLISH, "lighthouse")).containsExactly(6L);
    assertThat(index.frequency("lighthous", Language.ENGLISH)).isEqualTo(1);
  }

  @Test
  void titleCounts_whereTheTextSaysTheSame() {
    assertThat(found(Language.ENGLISH, "levy")).startsWith(2L).contains(1L, 3L).doesNotContain(4L);
  }

  @Test
  void share_isThatOfAChunkThatHoldsEverything() {
    List<Candidate> all = candidates(Language.ENGLISH, List.of(wanted("levy")), List.of(), false);
    List<Candidate> half =
        candidates(Language.ENGLISH, List.of(wanted("levy"), wanted("zeppelin")), List.of(), false);

    assertThat(all.getFirst().match()).isBetween(.5, 1.0);
    assertThat(half.getFirst().match()).isLessThan(all.getFirst().match());
  }

  @Test
  void letters_orderWhatWasCollected_andCollectNothing() {
    assertThat(found(Language.ENGLISH, "harbor")).isEmpty();
    assertThat(found(Language.ENGLISH, "levy", "harbor")).startsWith(1L);
  }

  @Test
  void speaker_raisesTheChunkInWhichTheySpeak() {
    List<Candidate> found =
        candidates(Language.ENGLISH, List.of(wanted("levy")), List.of(wanted("brandt")), false);

    assertThat(found.getFirst().sequence()).isEqualTo(3);
  }

  @Test
  void denying_findsOnlyWhereSomebodyDenies() {
    List<Candidate> found = candidates(Language.ENGLISH, List.of(wanted("levy")), List.of(), true);

    assertThat(found.stream().map(Candidate::sequence)).containsExactly(3L);
  }

  @Test
  void denying_littleOfWhatIsWanted_isNotLookedAt() {
    List<Wanted> much =
        List.of(wanted("paid"), wanted("tunnel"), wanted("moon"), wanted("bread"), wanted("opera"));

    assertThat(candidates(Language.ENGLISH, much.subList(0, 2), List.of(), true)).hasSize(1);
    assertThat(candidates(Language.ENGLISH, much, List.of(), true)).isEmpty();
  }

  @Test
  void otherLanguage_isFoundByItsOwnForms() {
    Wanted levy =
        new Wanted("levy", false, Map.of(Language.ARABIC, List.of(form("رسوم", Language.ARABIC))));

    List<Candidate> found = candidates(Language.ARABIC, List.of(levy), List.of(), false);

    assertThat(found.stream().map(Candidate::sequence)).containsExactly(5L);
  }

  @Test
  void laterEdition_takesThePlaceOfTheEarlier_andARemovedArticleIsGone() {
    add(4, Language.ENGLISH, JUNE, "Weather", "The levy fell with the rain.");
    index.commit(6);
    assertThat(found(Language.ENGLISH, "hills")).isEmpty();
    assertThat(found(Language.ENGLISH, "levy")).contains(4L);

    index.remove(new news.isnad.article.ArticleName("article-4", Language.ENGLISH));
    assertThat(found(Language.ENGLISH, "levy")).doesNotContain(4L);
    assertThat(index.articles())
        .isEqualTo(Set.of("en|article-1", "en|article-2", "en|article-3", "ar|article-5"));
  }

  private List<Long> found(Language language, String... words) {
    List<Wanted> topic = new ArrayList<>();
    Arrays.stream(words).map(CandidatesTest::wanted).forEach(topic::add);
    return candidates(language, topic, List.of(), false).stream().map(Candidate::sequence).toList();
  }

  private List<Candidate> candidates(
      Language language, List<Wanted> topic, List<Wanted> speaker, boolean denying) {
    return index.candidates(
        new Search(Language.ENGLISH, topic, speaker, Optional.empty(), Meaning.UNKNOWN, denying),
        language,
        10);
  }

  private static Wanted wanted(String word) {
    return new Wanted(word, false, Map.of(Language.ENGLISH, List.of(form(word, Language.ENGLISH))));
  }

  private static Form form(String word, Language language) {
    String folded = Folding.fold(word);
    return new Form(List.of(folded), List.of(Stemming.stem(folded, language)), 1);
  }
}
