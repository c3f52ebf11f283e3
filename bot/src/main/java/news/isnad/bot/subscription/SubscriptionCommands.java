package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.telegram.Button;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.topic.Topics;

/** {@code /subscribe}, {@code /alerts}, {@code /unsubscribe}. */
public final class SubscriptionCommands {
  private static final Set<Audience> ARRANGERS =
      Set.of(Audience.PRIVATE_CHATS, Audience.GROUP_ADMINISTRATORS);

  private SubscriptionCommands() {}

  /**
   * The three of them.
   *
   * @param topics says which words can be a topic; nothing is registered here
   */
  public static List<Command> all(Subscriptions subscriptions, Topics topics, Composer composer) {
    requireNonNull(subscriptions, "subscriptions is null");
    return List.of(
        new Subscribe(subscriptions, topics, composer, new ShortIds()),
        new ListAlerts(subscriptions, composer),
        new Unsubscribe(subscriptions, composer));
  }

  private record Subscribe(
      Subscriptions subscriptions, Topics topics, Composer composer, ShortIds ids)
      implements Command {
    private static final int LONGEST_WORDS = 120;

    @Override
    public String name() {
      return "subscribe";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("sub");
    }

    @Override
    public Set<Audience> audiences() {
      return ARRANGERS;
    }

    @Override
    public Action action() {
      return Action.ARRANGE;
    }

    @Override
    public Reply handle(Request request) {
      String words = request.argument().strip();
      if (words.isEmpty()) {
        return Reply.say(
                composer.prompt(request.language(), "subscribe", request.asker().chat().isGroup()))
            .awaiting();
      }
      if (words.length() > LONGEST_WORDS || !topics.isTopic(words, Language.detect(words))) {
        return say(request, "subscribe.unfit", "most", LONGEST_WORDS);
      }
      List<Subscription> present = subscriptions.in(request.chat());
      if (present.stream().anyMatch(each -> isSame(each, words, request))) {
        return say(request, "subscribe.known", "words", words);
      }
      if (present.size() >= Subscriptions.MOST_IN_A_CHAT) {
        return say(request, "subscribe.full", "most", Subscriptions.MOST_IN_A_CHAT);
      }
      Subscription subscription =
          Subscription.toTopic(
              ids.next(),
              request.chat(),
              request.thread(),
              request.person(),
              words,
              request.language(),
              request.now());
      return say(request, "subscribe.done", "words", words)
          .keeping(subscriptions.begin(subscription));
    }

    private static boolean isSame(Subscription present, String words, Request request) {
      return Folding.fold(present.words()).equals(Folding.fold(words))
          && present.thread().equals(request.thread());
    }

    private Reply say(Request request, String key, Object... namesAndValues) {
      return Reply.say(composer.notice(request.language(), key, namesAndValues));
    }
  }

  private record ListAlerts(Subscriptions subscriptions, Composer composer) implements Command {
    @Override
    public String name() {
      return "alerts";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("list");
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
    }

    @Override
    public Reply handle(Request request) {
      List<String> words =
          subscriptions.in(request.chat()).stream().map(Subscription::words).toList();
      return Reply.say(
          composer.list(
              request.language(),
              request.messages().say(words.isEmpty() ? "alerts.none" : "alerts"),
              words));
    }
  }

  private record Unsubscribe(Subscriptions subscriptions, Composer composer) implements Command {
    @Override
    public String name() {
      return "unsubscribe";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("unsub");
    }

    @Override
    public Set<Audience> audiences() {
      return ARRANGERS;
    }

    @Override
    public Action action() {
      return Action.ARRANGE;
    }

    @Override
    public Set<String> buttons() {
      return Set.of("unsub", "stop", "resub");
    }

    @Override
    public Reply handle(Request request) {
      List<Subscription> present = subscriptions.in(request.chat());
      String words = Folding.fold(request.argument().strip());
      Optional<Subscription> named =
          present.stream().filter(each -> Folding.fold(each.words()).equals(words)).findFirst();
      if (named.isPresent()) {
        return ended(named.get(), request, false);
      }
      if (present.isEmpty()) {
        return Reply.say(composer.notice(request.language(), "alerts.none"));
      }
      List<List<Button>> rows = new ArrayList<>();
      for (Subscription each : present) {
        rows.add(List.of(Composer.labelled(each.words(), "unsub", each.id())));
      }
      String key = words.isEmpty() ? "unsubscribe.which" : "unsubscribe.unknown";
      return Reply.say(
          composer.notice(request.language(), key, "words", request.argument()).withButtons(rows));
    }

    @Override
    public Reply pressed(String button, Request request) {
      Optional<Subscription> found = subscriptions.find(request.argument(), request.chat());
      Messages messages = request.messages();
      return found
          .map(
              subscription ->
                  button.equals("resub")
                      ? Reply.edit(
                              composer.notice(
                                  request.language(),
                                  "subscribe.done",
                                  "words",
                                  subscription.words()))
                          .keeping(subscriptions.goOn(subscription.id()))
                      : ended(subscription, request, button.equals("unsub")))
          .orElseGet(() -> Reply.notice(messages.text("button.unknown")));
    }

    /** The list of buttons becomes the outcome; under an alert the outcome is a new message. */
    private Reply ended(Subscription subscription, Request request, boolean inPlace) {
      var message =
          composer
              .notice(request.language(), "unsubscribe.done", "words", subscription.words())
              .withButtons(
                  List.of(
                      List.of(
                          Composer.button(
                              request.messages(), "button.undo", "resub", subscription.id()))));
      Reply reply = inPlace ? Reply.edit(message) : Reply.say(message);
      return reply.keeping(subscriptions.end(subscription.id(), request.now()));
    }
  }
}
