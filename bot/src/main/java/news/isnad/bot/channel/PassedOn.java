package news.isnad.bot.channel;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Causes;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.IntakeDesk;
import news.isnad.bot.operator.IntakeDesk.Outcome;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SentFiles;
import news.isnad.text.Graphemes;

/**
 * What an operator passes on in the private chat: a link or a file. Three buttons: take it in, look
 * whether its words were printed, or nothing. Has no word of its own. Safe for concurrent use.
 */
public final class PassedOn implements Command {
  /** Telegram gives bots no larger files. */
  static final int LARGEST_FILE = 20_000_000;

  private static final Outcome UNREACHABLE = new Outcome.Refused("Telegram gives it no longer");

  private static final int LONGEST_WORDS = 4_096;

  private final Handed handed;
  private final IntakeDesk desk;
  private final SentFiles files;
  private final Function<Request, Reply> check;
  private final Composer composer;
  private final ShortIds ids = new ShortIds();

  /**
   * @param check says whether the words of a request were printed
   */
  public PassedOn(
      Handed handed,
      IntakeDesk desk,
      SentFiles files,
      Function<Request, Reply> check,
      Composer composer) {
    this.handed = requireNonNull(handed, "handed is null");
    this.desk = requireNonNull(desk, "desk is null");
    this.files = requireNonNull(files, "files is null");
    this.check = requireNonNull(check, "check is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "passedon";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of();
  }

  @Override
  public Action action() {
    return Action.OPERATE;
  }

  @Override
  public Set<String> buttons() {
    return Set.of("takein", "takenot", "isquote");
  }

  @Override
  public Reply handle(Request request) {
    return Reply.say(composer.notice(request.language(), "command.unknown"));
  }

  @Override
  public Optional<Reply> offer(Incoming passedOn, Request request) {
    return switch (passedOn) {
      case Incoming.SharedText shared ->
          shared
              .link()
              .filter(link -> address(link).isPresent())
              .map(link -> offerLink(link, shared, request));
      case Incoming.SentFile file -> Optional.of(offerFile(file, request));
      default -> Optional.empty();
    };
  }

  private Reply offerLink(String link, Incoming.SharedText shared, Request request) {
    String words = shared.message().text().replace(link, " ").strip();
    Handed.Item item =
        new Handed.Item(
            ids.next(),
            Optional.of(link),
            Optional.empty(),
            "",
            shared.origin().map(Incoming.Origin::title),
            cut(words));
    String host = address(link).map(URI::getHost).orElse(link);
    return offer(item, "passedon.link", host, request);
  }

  private Reply offerFile(Incoming.SentFile file, Request request) {
    if (file.size() > LARGEST_FILE) {
      return Reply.say(composer.notice(request.language(), "passedon.large"));
    }
    String caption = file.message().text().equals("-") ? "" : file.message().text();
    Handed.Item item =
        new Handed.Item(
            ids.next(),
            Optional.empty(),
            Optional.of(file.fileId()),
            file.name(),
            file.origin().map(Incoming.Origin::title),
            cut(caption));
    return offer(item, "passedon.file", file.name().isBlank() ? "…" : file.name(), request);
  }

  private Reply offer(Handed.Item item, String key, String what, Request request) {
    Message message =
        composer
            .notice(request.language(), key, "what", what)
            .withButtons(
                List.of(
                    List.of(button(request, "takein", item), button(request, "isquote", item)),
                    List.of(button(request, "takenot", item))));
    return Reply.say(message).keeping(handed.keep(item, request));
  }

  private static Button button(Request request, String action, Handed.Item item) {
    return Composer.button(request.messages(), "button." + action, action, item.id());
  }

  private static String cut(String words) {
    return Graphemes.beginning(words, LONGEST_WORDS);
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Handed.Item> item = handed.find(request.argument(), request.chat());
    if (item.isEmpty()) {
      return Reply.notice(request.messages().text("button.unknown"));
    }
    return switch (button) {
      case "takein" -> takeIn(item.get(), request).keeping(handed.forget(item.get()));
      case "isquote" -> check(item.get(), request);
      default ->
          Reply.edit(composer.notice(request.language(), "passedon.not"))
              .keeping(handed.forget(item.get()));
    };
  }

  private Reply takeIn(Handed.Item item, Request request) {
    Outcome outcome =
        item.address()
            .flatMap(PassedOn::address)
            .map(address -> desk.link(address, request.person()))
            .orElseGet(() -> file(item, request));
    return Reply.edit(
        switch (outcome) {
          case Outcome.Taken taken ->
              composer.notice(
                  request.language(),
                  taken.fresh() > 0 ? "passedon.taken" : "passedon.known",
                  "title",
                  taken.title().isBlank() ? "…" : taken.title(),
                  "outlet",
                  taken.outlet(),
                  "articles",
                  taken.fresh() + taken.known());
          case Outcome.Feed _ ->
              composer.notice(
                  request.language(), "passedon.feed", "address", item.address().orElse(""));
          case Outcome.Refused(String why) ->
              composer.notice(
                  request.language(),
                  "passedon.refused",
                  "why",
                  Causes.say(why, request.messages()));
        });
  }

  private Outcome file(Handed.Item item, Request request) {
    return item.file()
        .flatMap(file -> files.bytes(file, LARGEST_FILE))
        .map(content -> desk.file(content, item.name(), item.outlet(), request.person()))
        .orElse(UNREACHABLE);
  }

  /** Words beside a link or file, else those of a text file. */
  private Reply check(Handed.Item item, Request request) {
    String words =
        item.words().isBlank()
            ? item.file().flatMap(file -> files.text(file, LONGEST_WORDS)).orElse("")
            : item.words();
    return words.isBlank()
        ? Reply.notice(request.messages().text("passedon.wordless"))
        : check.apply(
            new Request(
                request.updateId(),
                request.asker(),
                request.thread(),
                request.messageId(),
                request.replyTo(),
                words,
                request.answer(),
                request.messages(),
                request.now()));
  }

  private static Optional<URI> address(String link) {
    try {
      URI address = new URI(link);
      return address.getHost() == null ? Optional.empty() : Optional.of(address);
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
