package news.isnad.bot.compose;

import java.util.Optional;
import news.isnad.text.Language;

/** The known names, as a reader of a language writes them. Safe for concurrent use. */
@FunctionalInterface
public interface Names {
  /** No known names: every name stays as it was printed, without a reading aid. */
  Names NONE = (entity, language) -> Optional.empty();

  /** The usual name of a known entity, such as {@code white-house}, in a language. */
  Optional<String> name(String entity, Language language);
}
