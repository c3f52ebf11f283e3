package news.isnad.bot.operator;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.telegram.Button;
import news.isnad.store.Database;
import news.isnad.text.Folding;

/**
 * What the commands for sources share. Immutable.
 *
 * @param hide makes the engine mind which sources go with their articles
 */
record SourcesInChat(
    Database database,
    SourceCatalogue catalogue,
    SourceWork work,
    Audit audit,
    Composer composer,
    ShortIds ids,
    Runnable hide,
    OtherSources others,
    PlacedIds placed) {

  /** What is said where no source has the name: perhaps a channel that is followed has it. */
  Reply unknown(String named, Request request) {
    return others
        .find(named)
        .map(
            channel ->
                Reply.say(
                    composer
                        .lines(
                            request.language(),
                            line(channel, request.messages()),
                            List.of(request.messages().say("source.channel.how")))
                        .withButtons(List.of(List.of(unfollow(channel, request))))))
        .orElseGet(
            () ->
                Reply.say(composer.notice(request.language(), "source.unknown", "name", named))
                    .again(request));
  }

  /** A channel in a list of sources. */
  static Markup line(OtherSources.Followed channel, Messages messages) {
    boolean other = !channel.outlet().equalsIgnoreCase(channel.title());
    return messages.say(
        "source.channel", "title", channel.title(), "other", other, "outlet", channel.outlet());
  }

  /** The button that ends it, which can be taken back. */
  Button unfollow(OtherSources.Followed channel, Request request) {
    return Composer.labelled(
        request.messages().text("button.unfollowchannel", "title", channel.title()),
        "unfollowchannel",
        placed.at(request.chat(), channel.button()));
  }

  /** The engine minds what has changed as soon as that is durable. */
  void hideLater() {
    database.afterwards(hide);
  }

  /** The source of that number, name or address, or the only one whose name holds the words. */
  Optional<Source> find(String typed) {
    String named = typed.startsWith("#") ? typed.substring(1) : typed;
    Optional<Source> exact =
        named.matches("[0-9]{1,9}")
            ? catalogue.find(Long.parseLong(named)).or(() -> catalogue.find(typed))
            : catalogue.find(typed);
    if (exact.isPresent()) {
      return exact;
    }
    String folded = Folding.fold(typed);
    List<Source> holding =
        catalogue.list().stream()
            .filter(source -> Folding.fold(source.name()).contains(folded))
            .toList();
    return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
  }
}
