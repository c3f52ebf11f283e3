package news.isnad.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The effective configuration: a record of records, so that each part of the program is given only
 * its own. Immutable.
 *
 * @param dataDir absolute path of the data folder
 * @param storeUrl where the store is; empty for the SQLite file in the data folder
 * @param metricsPort port of the health and metrics page on the loopback address; 0 for none
 */
public record Settings(
    Path dataDir,
    String storeUrl,
    Telegram telegram,
    Fetch fetch,
    Poll poll,
    Language language,
    Ui ui,
    Alerts alerts,
    Retention retention,
    Limits limits,
    Log log,
    int metricsPort) {

  /** The same, with one more owner. */
  public Settings withOwner(long person) {
    Set<Long> owners = new HashSet<>(telegram.operators());
    owners.add(person);
    return new Settings(
        dataDir,
        storeUrl,
        new Telegram(
            telegram.token(),
            telegram.apiUrl(),
            telegram.proxy(),
            telegram.allowed(),
            owners,
            telegram.noticesChat()),
        fetch,
        poll,
        language,
        ui,
        alerts,
        retention,
        limits,
        log,
        metricsPort);
  }

  /**
   * The bot's account and who may use it.
   *
   * @param token the bot's token, from the key, or from {@code tokenFile}
   * @param apiUrl the Bot API server
   * @param proxy HTTP proxy for Telegram, {@code host:port}
   * @param allowed user and chat ids that may use the bot; empty for everybody
   * @param operators user ids of the owners
   * @param noticesChat chat that is told what operators should know
   */
  public record Telegram(
      Optional<Secret> token,
      URI apiUrl,
      Optional<String> proxy,
      Set<Long> allowed,
      Set<Long> operators,
      Optional<Long> noticesChat) {}

  /**
   * The one door in.
   *
   * @param allow address ranges, in CIDR, that are reached in spite of the guard
   * @param hosts fixed addresses for host names
   * @param timeout deadline of a whole request, redirects included
   * @param maxBody largest body after decompression, in bytes
   * @param ports ports that may be connected to
   * @param proxy HTTP proxy, {@code host:port}
   * @param contact how a publisher reaches the operator; part of the User-Agent
   */
  public record Fetch(
      List<String> allow,
      Map<String, String> hosts,
      Duration timeout,
      long maxBody,
      Set<Integer> ports,
      Optional<String> proxy,
      String contact) {}

  /**
   * How often sources are asked for news.
   *
   * @param interval usual pause between two polls of a source
   * @param minInterval shortest pause, whatever a source says
   */
  public record Poll(Duration interval, Duration minInterval) {}

  /**
   * What an operator installs to understand more of both languages; nothing is needed.
   *
   * @param dictionary a FreeDict dictionary, or a folder of them
   * @param embedding folder of a sentence-embedding model: {@code model.onnx} and {@code
   *     tokenizer.json}
   * @param translation a service with LibreTranslate's interface
   * @param translationKey what that service asks for
   */
  public record Language(
      Optional<Path> dictionary,
      Optional<Path> embedding,
      Optional<URI> translation,
      Optional<Secret> translationKey) {
    /** Nothing installed. */
    public static final Language NONE =
        new Language(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What chats are told of.
   *
   * @param most subscriptions that a chat can have
   */
  public record Alerts(int most) {}

  /**
   * How long things are kept, and how much of them.
   *
   * @param inbox updates that were handled or set aside
   * @param answers answers that were sent, with their questions
   * @param feedback judgements of answers
   * @param audit deeds of owners, operators and editors
   * @param articles articles, counted from the day they are of; empty: for good
   * @param disk bytes that the data folder may take before the oldest articles go; empty: any
   *     number
   */
  public record Retention(
      Duration inbox,
      Duration answers,
      Duration feedback,
      Duration audit,
      Optional<Duration> articles,
      Optional<Long> disk) {}

  /**
   * How much is answered in a minute; more gets one polite line.
   *
   * @param person messages, presses and inline queries of one person
   * @param everybody those of all people
   */
  public record Limits(int person, int everybody) {}

  /**
   * What the program says of its work.
   *
   * @param format how a line of the log is written
   */
  public record Log(Format format) {
    /** How a line is written. */
    public enum Format {
      TEXT,
      JSON
    }
  }

  /**
   * What readers see.
   *
   * @param timeZone zone of readers who have not set their own
   */
  public record Ui(ZoneId timeZone) {}
}
