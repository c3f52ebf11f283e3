package news.isnad.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.config.Tables;
import news.isnad.engine.Engine;
import news.isnad.question.Asking;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer gets who asks about the sample news. */
class SampleAnswersTest {
  @TempDir static Path folder;
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = FreshStore.engine(folder, List.of(), Samples.names(), new SettableClock(Samples.NOW));
    engine.articles().store(Samples.articles());
    engine.catchUp();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Optional<Citation> first(String question) {
    Asking asking = new Asking(Samples.NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty());
    Answer answer = engine.answers().answer(question, asking);
    return answer instanceof Answer.Found found
        ? Optional.of(found.citations().getFirst())
        : Optional.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did the Marvanian presidency say about a summit with Talune?|summit",
        "How many people died in the crane collapse?|harbour",
        "ماذا قالت رئاسة مارفانيا عن القمة مع تالون؟|summit",
        "كم عدد قتلى انهيار الرافعة؟|harbour"
      })
  void questionThatIsSuggested_isAnsweredFromItsStory(String question, String story) {
    assertThat(first(question).orElseThrow().edition().article()).startsWith("sample." + story);
  }

  @Test
  void questionsOfTheCorpus_areMostlyAnsweredAsExpected() throws IOException {
    List<String> missed = new ArrayList<>();
    List<List<String>> all = questions();
    for (List<String> row : all) {
      Optional<Citation> first = first(row.get(1));
      boolean right =
          row.get(4).equals("-")
              ? first.isEmpty()
              : first.isPresent()
                  && Tables.alternatives(row.get(2)).contains(first.get().edition().article());
      if (!right) {
        missed.add(row.get(1) + " -> " + first.map(one -> one.edition().article()).orElse("-"));
      }
    }
    assertThat(missed).as(() -> String.join("\n", missed)).hasSizeLessThan(all.size() / 6);
  }

  private static List<List<String>> questions() throws IOException {
    try (InputStream rows =
        Objects.requireNonNull(Samples.class.getResourceAsStream("sample-questions.tsv"))) {
      return Tables.read(rows);
    }
  }
}
