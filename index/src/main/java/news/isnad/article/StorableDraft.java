package news.isnad.article;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Language;

/** A draft with all that the store derives from it, and in characters that it can keep. */
record StorableDraft(ArticleDraft draft, String fingerprint) {

  static StorableDraft of(ArticleDraft draft) {
    ArticleDraft kept =
        new ArticleDraft(
            draft.givenId().map(StorableDraft::keepable),
            draft.url(),
            draft.guid().map(StorableDraft::keepable),
            keepable(draft.outlet()),
            keepable(draft.title()),
            draft.language(),
            draft.published().map(moment -> moment.truncatedTo(ChronoUnit.MILLIS)),
            keepable(draft.text()),
            draft.image());
    return new StorableDraft(kept, Fingerprint.of(kept.text()));
  }

  /**
   * Halves of characters, and the zero character, are replaced one for one: a database gives back
   * other ones than it was given.
   */
  private static String keepable(String text) {
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c) || c == 0) {
        kept = kept == null ? new StringBuilder(text) : kept;
        kept.setCharAt(i, '\uFFFD');
      }
    }
    return kept == null ? text : kept.toString();
  }

  Language language() {
    return draft.language();
  }

  Optional<String> addressKey() {
    return draft.url().map(AddressKey::ofArticle);
  }

  /**
   * Whether an article that was found by an address or guid of this draft is the one it is of. What
   * agrees in one of them and differs in the other has to resemble it: some sites name their home
   * page as the address of every article, some feeds give one guid to every item.
   */
  boolean mayBeOf(Set<String> addressKeys, Set<String> guids, Edition current) {
    boolean otherAddress =
        !addressKeys.isEmpty()
            && addressKey().filter(key -> !addressKeys.contains(key)).isPresent();
    boolean otherGuid =
        !guids.isEmpty() && draft.guid().filter(guid -> !guids.contains(guid)).isPresent();
    return (!otherAddress && !otherGuid)
        || Resemblance.between(draft.title(), draft.text(), current.title(), current.text());
  }

  /** The id that a new article gets, see {@link Edition}. */
  String name() {
    return draft
        .givenId()
        .or(() -> draft.url().map(URI::toString))
        .orElseGet(() -> "sha256:" + fingerprint);
  }

  /** The id where {@link #name} belongs to another article. */
  String nameOfNamesake(int count) {
    return "sha256:" + Fingerprint.of(draft.outlet() + "\n" + count + "\n" + draft.text());
  }

  /** True where, the words of the text being the same, nothing else is worth an edition. */
  boolean addsNothingTo(Edition current) {
    return draft.outlet().equals(current.outlet())
        && (draft.title().isBlank() || isSameTitle(current.title()))
        && (draft.published().isEmpty() || current.published().isPresent());
  }

  /** A question is not the claim it was before; the name of the site behind a title is nothing. */
  private boolean isSameTitle(String before) {
    return asks(draft.title()) == asks(before)
        && (Fingerprint.same(draft.title(), before)
            || Fingerprint.same(withoutSite(draft.title()), withoutSite(before)));
  }

  private static boolean asks(String title) {
    String end = title.strip();
    return end.endsWith("?") || end.endsWith("؟");
  }

  private static String withoutSite(String title) {
    int bar = title.lastIndexOf(" | ");
    return bar <= 0 ? title : title.substring(0, bar);
  }

  Edition first(String name, Instant ingested) {
    return new Edition(
        0,
        name,
        1,
        draft.url(),
        draft.outlet(),
        draft.title(),
        draft.language(),
        draft.published(),
        ingested,
        draft.text(),
        draft.image());
  }

  Edition after(Edition current, Instant ingested) {
    return new Edition(
        0,
        current.article(),
        current.number() + 1,
        draft.url().or(current::url),
        draft.outlet(),
        draft.title().isBlank() ? current.title() : draft.title(),
        current.language(),
        draft.published().or(current::published),
        ingested,
        draft.text(),
        draft.image().or(current::image));
  }
}
