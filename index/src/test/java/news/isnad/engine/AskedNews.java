package news.isnad.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.article.ArticleDraft;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;

/** An engine over a few articles of one day, to be asked. */
final class AskedNews implements AutoCloseable {
  private static final Instant MAY = Instant.parse("2026-05-10T08:00:00Z");

  private final Engine engine;
  private int articles;

  AskedNews(Path folder) {
    engine = FreshStore.engine(folder, List.of(), KnownNames.shipped(), new SettableClock(MAY));
  }

  void store(Language language, String title, String... sentences) {
    engine
        .articles()
        .store(
            List.of(
                new ArticleDraft(
                    Optional.of("a" + articles++),
                    Optional.empty(),
                    Optional.empty(),
                    "Vale Courier",
                    title,
                    language,
                    Optional.of(MAY),
                    String.join("\n", sentences))));
  }

  Answer ask(String question, Optional<Reading> before) {
    engine.catchUp();
    return engine
        .judge(question, new Asking(MAY, ZoneOffset.UTC, Optional.empty(), before))
        .answer();
  }

  /** The first passage of the answer; "nothing" without one. */
  String quoted(String question) {
    return quoted(question, Optional.empty());
  }

  /** The same of a question that goes on with another one. */
  String quoted(String question, Optional<Reading> before) {
    return ask(question, before) instanceof Answer.Found found
        ? found.citations().getFirst().quote()
        : "nothing";
  }

  @Override
  public void close() {
    engine.close();
  }
}
