package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Answer.NotFound;
import news.isnad.answer.KeptAnswers.State;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
  private static final State STATE = new State(1, 1, 1, Set.of());

  private final KeptAnswers kept = new KeptAnswers();
  private int found;

  @Test
  void askedAgainSoon_isAnsweredFromWhatIsKept_howeverManyWereAskedBefore() {
    for (int i = 0; i < 3 * KeptAnswers.MOST; i++) {
      ask("question " + i, STATE);
      ask("question " + i, STATE);
    }
    found = 0;
    for (int i = 0; i < 100; i++) {
      ask("another " + i, STATE);
    }
    assertThat(found).isEqualTo(100);
    for (int i = 0; i < 100; i++) {
      ask("another " + i, STATE);
    }
    assertThat(found).isEqualTo(100);
  }

  @Test
  void askedLongestAgo_isForgottenFirst() {
    for (int i = 0; i < KeptAnswers.MOST; i++) {
      ask("question " + i, STATE);
    }
    ask("question 0", STATE);
    ask("one more", STATE);
    found = 0;
    ask("question 0", STATE);
    assertThat(found).isZero();
    ask("question 1", STATE);
    assertThat(found).isEqualTo(1);
  }

  @Test
  void anotherState_isAnsweredAnew() {
    ask("question", STATE);
    ask("question", new State(2, 1, 1, Set.of()));
    ask("question", new State(1, 1, 1, Set.of(7L)));
    assertThat(found).isEqualTo(3);
    kept.forget();
    ask("question", STATE);
    assertThat(found).isEqualTo(4);
  }

  private void ask(String question, State state) {
    Reading reading = reading(question);
    kept.of(
        reading,
        state,
        () -> {
          found++;
          Searched searched = new Searched(0, 0, Optional.empty(), Optional.empty());
          return new NotFound(reading, Optional.empty(), searched, Duration.ZERO);
        });
  }

  private static Reading reading(String question) {
    return new Reading(
        question,
        Language.ENGLISH,
        Kind.values()[0],
        Optional.empty(),
        new Hints(Optional.empty(), false, false, true, List.of()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
