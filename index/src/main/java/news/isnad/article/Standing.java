package news.isnad.article;

/** What has become of an edition since it was stored. */
public enum Standing {
  /** It is the current edition of its article. */
  CURRENT,
  /** A later edition has taken its place. */
  SUPERSEDED,
  /** A later edition has taken its place, and says that something was corrected. */
  CORRECTED,
  /** The outlet has withdrawn the article: it says so, or its page is gone. */
  WITHDRAWN,
  /** Operators have hidden the article. */
  HIDDEN
}
