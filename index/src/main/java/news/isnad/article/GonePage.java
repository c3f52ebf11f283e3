package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An article whose page is gone, though its text does not say that it is withdrawn. Immutable.
 *
 * @param edition the current one
 * @param since when the page was seen to be gone
 */
public record GonePage(Edition edition, Instant since) {
  public GonePage {
    requireNonNull(edition, "edition is null");
    requireNonNull(since, "since is null");
  }
}
