package news.isnad.fetch;

import java.util.Optional;

/**
 * What a server gave with a body so that it can be asked later whether the body has changed.
 * Immutable.
 *
 * @param etag the {@code ETag} header as it came
 * @param lastModified the {@code Last-Modified} header as it came
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing known: the body will be sent whole. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  private static final int LONGEST = 1_000;

  /** Values that could not be sent back as a header are dropped. */
  public Validators {
    etag = etag.filter(Validators::isSendable);
    lastModified = lastModified.filter(Validators::isSendable);
  }

  private static boolean isSendable(String value) {
    return !value.isBlank()
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
  }
}
