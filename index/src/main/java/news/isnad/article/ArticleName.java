package news.isnad.article;

import static java.util.Objects.requireNonNull;

import news.isnad.text.Language;

/** What tells an article from all others: the id that the world sees, and its language. */
public record ArticleName(String article, Language language) {
  public ArticleName {
    requireNonNull(article, "article is null");
    requireNonNull(language, "language is null");
  }

  /** Of the article of an edition. */
  public static ArticleName of(Edition edition) {
    return new ArticleName(edition.article(), edition.language());
  }
}
