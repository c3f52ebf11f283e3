package news.isnad.bot.channel;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.bot.channel.FollowedChannels.Channel;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Channels;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Membership;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;

/** Makes articles of the posts of followed channels. Safe for concurrent use. */
public final class ChannelNews implements Channels {
  private static final int LONGEST_TITLE = 200;

  /** What the numbers of channels begin with, which links go without. */
  private static final long CHANNELS = -1_000_000_000_000L;

  private final FollowedChannels channels;
  private final ArticleStore articles;
  private final Composer composer;
  private final PlacedIds placed;
  private final Optional<Long> noticesChat;

  /**
   * @param noticesChat who is told where somebody lets us into a channel who is no operator
   */
  public ChannelNews(
      FollowedChannels channels,
      ArticleStore articles,
      Composer composer,
      PlacedIds placed,
      Optional<Long> noticesChat) {
    this.placed = requireNonNull(placed, "placed is null");
    this.channels = requireNonNull(channels, "channels is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.noticesChat = requireNonNull(noticesChat, "noticesChat is null");
  }

  @Override
  public List<Change> posted(ChannelPost post, Instant now) {
    Optional<Channel> channel = channels.find(post.chat().id());
    List<Change> changes = new ArrayList<>();
    boolean isAsKnown =
        channel
            .filter(known -> known.title().equals(post.chat().title()))
            .filter(known -> known.username().equals(post.username()))
            .isPresent();
    if (!isAsKnown) {
      changes.add(channels.met(post.chat(), post.username(), channels.buttonOf(channel), now));
    }
    channel
        .flatMap(Channel::outlet)
        .filter(_ -> !post.text().isBlank())
        .ifPresent(outlet -> changes.add(_ -> articles.store(draft(post, outlet))));
    return changes;
  }

  private static ArticleDraft draft(ChannelPost post, String outlet) {
    String text = post.text().strip();
    int end = text.indexOf('\n');
    boolean hasTitle = end > 0 && end <= LONGEST_TITLE;
    Language language = Language.detect(text);
    return new ArticleDraft(
        Optional.empty(),
        Optional.of(address(post)),
        Optional.of("telegram:" + post.chat().id() + "/" + post.messageId()),
        outlet,
        hasTitle ? text.substring(0, end).strip() : "",
        language,
        Optional.of(post.date()).filter(date -> date.isAfter(Instant.EPOCH)),
        post.origin().map(origin -> text + "\n" + forwarded(origin, language)).orElse(text));
  }

  /** The line that a reader sees with a forwarded post. */
  private static String forwarded(String origin, Language language) {
    String name = origin.replaceAll("\\s+", " ").strip();
    return (language == Language.ARABIC ? "محوّل من: " : "Forwarded from: ") + name;
  }

  private static URI address(ChannelPost post) {
    String channel =
        post.username()
            .filter(name -> name.matches("\\w+"))
            .orElseGet(() -> "c/" + (CHANNELS - post.chat().id()));
    return URI.create("https://t.me/" + channel + "/" + post.messageId());
  }

  @Override
  public Noted noted(MembershipChange change, boolean byOperator, Messages messages, Instant now) {
    long chat = change.chat().id();
    if (!isIn(change.after())) {
      return new Noted(List.of(channels.left(chat)), Optional.empty(), Optional.empty());
    }
    Optional<Channel> known = channels.find(chat);
    String button = channels.buttonOf(known);
    List<Change> met =
        List.of(channels.met(change.chat(), known.flatMap(Channel::username), button, now));
    Optional<Long> told = byOperator ? Optional.of(change.person().id()) : noticesChat;
    return isIn(change.before()) || told.isEmpty()
        ? new Noted(met, Optional.empty(), Optional.empty())
        : new Noted(
            met,
            told,
            Optional.of(offer(change.chat().title(), placed.at(told.get(), button), messages)));
  }

  private Message offer(String title, String button, Messages messages) {
    return composer
        .notice(messages.language(), "channel.met", "title", title)
        .withButtons(
            List.of(
                List.of(
                    Composer.button(messages, "button.followchannel", "followchannel", button))));
  }

  private static boolean isIn(Membership membership) {
    return membership == Membership.OWNER
        || membership == Membership.ADMINISTRATOR
        || membership == Membership.MEMBER
        || membership == Membership.SILENCED;
  }
}
