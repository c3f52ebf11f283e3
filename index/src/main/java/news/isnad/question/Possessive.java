package news.isnad.question;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/** Somebody who is asked for by whom they belong to: "his lawyers", «محاموه». Stateless. */
final class Possessive {
  /** What people call relatives, as news prints it; behind it stands an owner. */
  private static final Map<String, String> KIN =
      Map.ofEntries(
          Map.entry("ابو", "والد"),
          Map.entry("ابا", "والد"),
          Map.entry("ابي", "والد"),
          Map.entry("ام", "والدة"),
          Map.entry("اخو", "شقيق"),
          Map.entry("اخا", "شقيق"),
          Map.entry("اخت", "شقيقة"),
          Map.entry("بنت", "ابنة"),
          Map.entry("مرت", "زوجة"),
          Map.entry("مرات", "زوجة"),
          Map.entry("حرم", "زوجة"),
          Map.entry("جوز", "زوج"));

  private static final Set<String> RELATIVES =
      Set.of("ام", "والده", "والد", "زوجه", "زوج", "شقيق", "شقيقه", "ابن", "ابنه", "نجل", "حرم");

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
    return Optional.of(KIN.getOrDefault(owned, open) + " " + relative(owner));
  }

  /** Whose mother or father was asked for before: «أم ليلى» is asked «وأبوها؟» about Layla. */
  private static String relative(String owner) {
    int space = owner.indexOf(' ');
    String first = space < 0 ? owner : Folding.fold(owner.substring(0, space));
    boolean kin = RELATIVES.contains(first.startsWith("ال") ? first.substring(2) : first);
    return space > 0 && kin ? owner.substring(space + 1) : owner;
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
