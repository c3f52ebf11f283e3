package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came back from an address. Immutable. */
public sealed interface Fetched {

  /**
   * A document.
   *
   * @param address where it was found in the end, after redirects
   * @param movedTo the new home of the first address, where every redirect said that it is for good
   */
  record Body(URI address, Content content, Validators validators, Optional<URI> movedTo)
      implements Fetched {
    public Body {
      requireNonNull(address, "address is null");
      requireNonNull(content, "content is null");
      requireNonNull(validators, "validators is null");
      requireNonNull(movedTo, "movedTo is null");
    }
  }

  /** The document is the one that the validators describe. */
  record Unchanged() implements Fetched {}

  /**
   * Our guard said no: never retried.
   *
   * @param why one sentence for the operator, without credentials
   */
  record Refused(Reason reason, String why) implements Fetched {
    public Refused {
      requireNonNull(reason, "reason is null");
      requireNonNull(why, "why is null");
    }
  }

  /**
   * The server or the way to it failed.
   *
   * @param why one sentence for the operator
   * @param temporary whether asking again later may help
   * @param status the HTTP status, where there was an answer
   * @param retryAfter how long the server asks to be left alone
   * @param trouble what kind of failure it is
   */
  record Failed(
      String why,
      boolean temporary,
      OptionalInt status,
      Optional<Duration> retryAfter,
      Trouble trouble)
      implements Fetched {
    public Failed {
      requireNonNull(why, "why is null");
      requireNonNull(status, "status is null");
      requireNonNull(retryAfter, "retryAfter is null");
      requireNonNull(trouble, "trouble is null");
    }

    /** A failure whose kind is seen from whether there was an answer. */
    public Failed(
        String why, boolean temporary, OptionalInt status, Optional<Duration> retryAfter) {
      this(
          why,
          temporary,
          status,
          retryAfter,
          status.isPresent() ? Trouble.STATUS : Trouble.CONNECTION);
    }

    /** True where the server says that there is nothing, or nothing any more. */
    public boolean isGone() {
      return status.isPresent() && (status.getAsInt() == 404 || isGoneForGood());
    }

    /** True where the server says that there is nothing any more, and never will be. */
    public boolean isGoneForGood() {
      return status.isPresent() && status.getAsInt() == 410;
    }

    static Failed temporarily(Trouble trouble, String why) {
      return new Failed(why, true, OptionalInt.empty(), Optional.empty(), trouble);
    }
  }

  /** Kinds of failure. */
  enum Trouble {
    /** The name of the host leads nowhere. */
    NAME,
    /** No connection, or none that is safe. */
    CONNECTION,
    /** Not finished within the deadline. */
    SLOW,
    /** The server answered with a status that means no. */
    STATUS,
    /** The answer cannot be read. */
    ANSWER
  }

  /** Why the guard said no. */
  enum Reason {
    /** It cannot be read as an address. */
    NOT_AN_ADDRESS,
    /** Neither http nor https. */
    SCHEME,
    /** A user name or password in the address. */
    CREDENTIALS,
    /** A port that the configuration does not allow. */
    PORT,
    /** It leads to a private or special address. */
    PRIVATE_ADDRESS,
    /** Redirected too often. */
    TOO_MANY_REDIRECTS,
    /** The body is larger than the configuration allows. */
    TOO_LARGE,
    /** A picture, a film, an archive: nothing that can be read as text. */
    NOT_TEXT,
    /** The site's robots.txt asks not to fetch it. */
    ROBOTS
  }
}
