package news.isnad.article;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/** A draft for tests, in the language of its text; whatever is not said is absent. Immutable. */
public record Drafted(ArticleDraft draft) {

  public static Drafted of(String text) {
    return new Drafted(
        new ArticleDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "The Daily Example",
            "",
            Language.detect(text),
            Optional.empty(),
            text));
  }

  public Drafted id(String id) {
    return with(
        Optional.of(id),
        draft.url(),
        draft.guid(),
        draft.outlet(),
        draft.title(),
        draft.published());
  }

  public Drafted url(String url) {
    return with(
        draft.givenId(),
        Optional.of(URI.create(url)),
        draft.guid(),
        draft.outlet(),
        draft.title(),
        draft.published());
  }

  public Drafted guid(String guid) {
    return with(
        draft.givenId(),
        draft.url(),
        Optional.of(guid),
        draft.outlet(),
        draft.title(),
        draft.published());
  }

  public Drafted outlet(String outlet) {
    return with(
        draft.givenId(), draft.url(), draft.guid(), outlet, draft.title(), draft.published());
  }

  public Drafted title(String title) {
    return with(
        draft.givenId(), draft.url(), draft.guid(), draft.outlet(), title, draft.published());
  }

  public Drafted published(Instant published) {
    return with(
        draft.givenId(),
        draft.url(),
        draft.guid(),
        draft.outlet(),
        draft.title(),
        Optional.of(published));
  }

  public Drafted picture(URI picture) {
    return new Drafted(
        new ArticleDraft(
            draft.givenId(),
            draft.url(),
            draft.guid(),
            draft.outlet(),
            draft.title(),
            draft.language(),
            draft.published(),
            draft.text(),
            Optional.of(picture)));
  }

  private Drafted with(
      Optional<String> id,
      Optional<URI> url,
      Optional<String> guid,
      String outlet,
      String title,
      Optional<Instant> published) {
    return new Drafted(
        new ArticleDraft(id, url, guid, outlet, title, draft.language(), published, draft.text()));
  }
}
