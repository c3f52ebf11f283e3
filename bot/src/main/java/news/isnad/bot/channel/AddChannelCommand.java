package news.isnad.bot.channel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.channel.FollowedChannels.Channel;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.OperatorCommand;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Graphemes;

/**
 * {@code /addchannel}: follows a Telegram channel that we are a member of, named by a post that is
 * forwarded, by its public name or by its number; alone, it shows those channels. Safe for
 * concurrent use.
 */
public final class AddChannelCommand implements OperatorCommand {
  private static final int SHOWN = 20;
  private static final int LONGEST_OUTLET = 80;

  /** The channel, and perhaps whose articles its posts are. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:(?:https?://)?t\\.me/|@)?(-?\\d{5,20}|[A-Za-z]\\w{2,63})(?:/\\d*)?(?:\\s+(.+))?",
          Pattern.DOTALL);

  private final FollowedChannels channels;
  private final Composer composer;
  private final PlacedIds placed;

  public AddChannelCommand(FollowedChannels channels, Composer composer, PlacedIds placed) {
    this.placed = requireNonNull(placed, "placed is null");
    this.channels = requireNonNull(channels, "channels is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "addchannel";
  }

  @Override
  public Composer composer() {
    return composer;
  }

  @Override
  public Set<String> buttons() {
    return Set.of("followchannel", "unfollowchannel");
  }

  @Override
  public String argument(Incoming.SharedText shared) {
    return shared
        .origin()
        .map(origin -> Long.toString(origin.chat()))
        .orElseGet(() -> shared.message().argument());
  }

  @Override
  public Reply handle(Request request) {
    String typed = request.argument().strip();
    if (typed.isEmpty()) {
      return list(request);
    }
    Matcher read = TYPED.matcher(typed);
    if (!read.matches()) {
      return say(request, "channel.unknown").again(request);
    }
    Optional<String> outlet = Optional.ofNullable(read.group(2)).map(AddChannelCommand::shortened);
    return find(read.group(1))
        .map(channel -> followed(channel, outlet, request, Reply::say))
        .orElseGet(() -> say(request, "channel.unknown").again(request));
  }

  private static String shortened(String outlet) {
    String line = outlet.replaceAll("\\s+", " ").strip();
    return Graphemes.beginning(line, LONGEST_OUTLET);
  }

  private Optional<Channel> find(String named) {
    if (!Character.isLetter(named.charAt(0))) {
      try {
        return channels.find(Long.parseLong(named));
      } catch (NumberFormatException tooLong) {
        return Optional.empty();
      }
    }
    return channels.named(named);
  }

  private Reply list(Request request) {
    List<Channel> all = channels.all();
    List<List<Button>> rows = new ArrayList<>();
    for (Channel channel : all.subList(0, Math.min(SHOWN, all.size()))) {
      rows.add(
          List.of(
              Composer.labelled(
                  (channel.isFollowed() ? "✓ " : "") + channel.title(),
                  channel.isFollowed() ? "unfollowchannel" : "followchannel",
                  placed.at(request.chat(), channel.button()))));
    }
    return Reply.say(
            composer
                .notice(request.language(), all.isEmpty() ? "addchannel.none" : "addchannel.prompt")
                .withButtons(rows))
        .awaiting();
  }

  /** A post of a channel that we are in and do not follow. */
  @Override
  public Optional<Reply> offer(Incoming passedOn, Request request) {
    Optional<Incoming.Origin> origin =
        passedOn instanceof Incoming.SharedText shared ? shared.origin() : Optional.empty();
    return origin
        .filter(Incoming.Origin::channel)
        .flatMap(from -> channels.find(from.chat()))
        .filter(channel -> !channel.isFollowed())
        .map(
            channel ->
                Reply.say(
                    composer
                        .notice(request.language(), "channel.met", "title", channel.title())
                        .withButtons(
                            one(request, "button.followchannel", "followchannel", channel))));
  }

  private List<List<Button>> one(Request request, String key, String action, Channel channel) {
    return List.of(
        List.of(
            Composer.button(
                request.messages(), key, action, placed.at(request.chat(), channel.button()))));
  }

  @Override
  public Reply pressed(String button, Request request) {
    return placed.pressed(
        request,
        channels::ofButton,
        channel ->
            button.equals("followchannel")
                ? followed(channel, Optional.empty(), request, Reply::edit)
                : unfollowed(channel, request));
  }

  /** How a message is said. */
  private interface Saying {
    Reply reply(Message message);
  }

  private Reply followed(Channel channel, Optional<String> named, Request request, Saying saying) {
    String outlet =
        named.or(channel::outlet).orElse(channel.title().isBlank() ? "Telegram" : channel.title());
    Reply reply =
        saying.reply(
            composer
                .notice(
                    request.language(),
                    "channel.followed",
                    "title",
                    channel.title(),
                    "outlet",
                    outlet)
                .withButtons(one(request, "button.undo", "unfollowchannel", channel)));
    return channel.outlet().filter(outlet::equals).isPresent()
        ? reply
        : reply.keeping(channels.follow(channel, outlet, request));
  }

  private Reply unfollowed(Channel channel, Request request) {
    Reply reply =
        Reply.edit(
            composer
                .notice(request.language(), "channel.unfollowed", "title", channel.title())
                .withButtons(one(request, "button.undo", "followchannel", channel)));
    return channel.isFollowed() ? reply.keeping(channels.unfollow(channel, request)) : reply;
  }
}
