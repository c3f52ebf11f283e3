package news.isnad.question;

import java.util.Locale;
import java.util.Optional;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/** Somebody who is asked for by whom they belong to: "his lawyers", «محاموه». Stateless. */
final class Possessive {
  private Possessive() {}

  /** The words that ask for the same with the owner's name; empty where nobody owns them. */
  static Optional<String> resolved(String typed, String owner, Language language) {
    return switch (language) {
      case ENGLISH -> english(typed, owner);
      case ARABIC -> arabic(typed, owner);
    };
  }

  private static Optional<String> english(String typed, String owner) {
    int space = typed.indexOf(' ');
    return space > 0
            && QuestionWords.of(Language.ENGLISH)
                .is("owner", typed.substring(0, space).toLowerCase(Locale.ROOT))
        ? Optional.of(owner + "'s" + typed.substring(space))
        : Optional.empty();
  }

  private static Optional<String> arabic(String typed, String owner) {
    String folded = Folding.fold(typed);
    if (folded.indexOf(' ') >= 0 || !isOwned(folded)) {
      return Optional.empty();
    }
    String owned = withoutOwner(folded);
    String open = owned.endsWith("ت") ? owned.substring(0, owned.length() - 1) + "ة" : owned;
    return Optional.of(open + " " + owner);
  }

  /** «وكيله»: a folded word for somebody, with whose they are. */
  static boolean isOwned(String folded) {
    String owned = withoutOwner(folded);
    return !owned.equals(folded) && QuestionWords.of(Language.ARABIC).is("owned", owned);
  }

  private static String withoutOwner(String folded) {
    int suffix = folded.endsWith("ها") || folded.endsWith("هم") ? 2 : folded.endsWith("ه") ? 1 : 0;
    return folded.substring(0, folded.length() - suffix);
  }
}
