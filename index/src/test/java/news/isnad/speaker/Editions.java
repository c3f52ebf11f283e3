package news.isnad.speaker;

import java.time.Instant;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.text.Language;

/** Editions for tests. */
final class Editions {
  private Editions() {}

  static Edition of(String text, Language language) {
    return of("Test Outlet", text, language);
  }

  static Edition of(String outlet, String text, Language language) {
    return new Edition(
        1,
        "test",
        1,
        Optional.empty(),
        outlet,
        "",
        language,
        Optional.empty(),
        Instant.EPOCH,
        text);
  }
}
