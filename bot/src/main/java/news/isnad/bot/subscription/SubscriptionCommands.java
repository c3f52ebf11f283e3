package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.isnad.article.ArticleStore;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.search.RecentArticles;
import news.isnad.speaker.Attribution;
import news.isnad.store.Database;
import news.isnad.text.Folding;
import news.isnad.topic.Topics;

/** {@code /subscribe}, {@code /alerts}, {@code /unsubscribe}, and standing questions. */
public final class SubscriptionCommands {
  private static final int MOST_BUTTONS = 40;
  private static final ShortIds IDS = new ShortIds();

  private SubscriptionCommands() {}

  /**
   * What the commands need. Immutable.
   *
   * @param topics reads and tries topics; nothing is registered here
   * @param index says which articles may be on a topic
   * @param most subscriptions that a chat can have
   */
  public record Parts(
      Database database,
      Subscriptions subscriptions,
      Topics topics,
      ArticleStore articles,
      RecentArticles.Source index,
      Attribution attribution,
      Memory memory,
      Composer composer,
      int most) {}

  /** All of them. */
  public static List<Command> all(Parts parts) {
    Subscriptions subscriptions = requireNonNull(parts.subscriptions(), "subscriptions is null");
    Composer composer = parts.composer();
    TopicDrafts drafts = new TopicDrafts(parts.database());
    TopicDesk desk =
        new TopicDesk(
            new TopicDesk.Parts(
                subscriptions,
                drafts,
                parts.topics(),
                new Rehearsals(
                    parts.topics(), parts.articles(), parts.index(), parts.attribution()),
                composer,
                parts.most()));
    AlertList list = new AlertList(parts.topics(), new ForumTopics(parts.database()), composer);
    return List.of(
        new Subscribe(subscriptions, drafts, desk, composer),
        new ChangeTopic(subscriptions, drafts, desk, composer),
        new ListAlerts(subscriptions, list, drafts),
        new FindAlerts(subscriptions, list, drafts),
        new Unsubscribe(subscriptions, composer),
        new FileCommand(parts),
        new AwaitAnswer(parts),
        new AlertMe(parts.memory(), desk, composer));
  }

  private static Reply unknown(Request request) {
    return Reply.notice(request.messages().text("button.unknown"));
  }

  private static Reply prompt(Request request, String command, Composer composer) {
    return Reply.say(composer.prompt(request.language(), command, request.asker().chat().isGroup()))
        .awaiting();
  }

  private record Subscribe(
      Subscriptions subscriptions, TopicDrafts drafts, TopicDesk desk, Composer composer)
      implements ArrangingCommand {
    @Override
    public String name() {
      return "subscribe";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("sub");
    }

    @Override
    public Set<String> buttons() {
      return Set.of("sub", "subno");
    }

    @Override
    public Reply handle(Request request) {
      return request.argument().isBlank()
          ? prompt(request, "subscribe", composer)
          : desk.propose(request.argument(), Optional.empty(), request);
    }

    @Override
    public Reply pressed(String button, Request request) {
      return drafts
          .find(request.argument(), request.chat())
          .map(
              draft ->
                  button.equals("sub")
                      ? desk.confirmed(draft, request)
                      : Reply.edit(composer.notice(request.language(), "cancelled"))
                          .keeping(drafts.drop(draft.id())))
          .orElseGet(() -> unknown(request));
    }
  }

  /** Stands in no menu: takes the words that a button has asked for. */
  private record ChangeTopic(
      Subscriptions subscriptions, TopicDrafts drafts, TopicDesk desk, Composer composer)
      implements Command {
    @Override
    public String name() {
      return "changetopic";
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of();
    }

    @Override
    public Action action() {
      return Action.ARRANGE;
    }

    @Override
    public Set<String> buttons() {
      return Set.of("subchange", "aedit");
    }

    @Override
    public Reply handle(Request request) {
      if (request.argument().isBlank()) {
        return prompt(request, "subscribe", composer);
      }
      Optional<Subscription> replaces =
          drafts
              .awaited(request)
              .flatMap(id -> subscriptions.find(id, request.chat()))
              .filter(found -> !found.question());
      Reply reply = desk.propose(request.argument(), replaces, request);
      return reply.awaits() ? reply : reply.keeping(drafts.cameOf(request));
    }

    @Override
    public Reply pressed(String button, Request request) {
      if (button.equals("aedit")) {
        return subscriptions
            .find(request.argument(), request.chat())
            .filter(found -> !found.question())
            .map(
                found ->
                    prompt(request, "subscribe", composer)
                        .keeping(drafts.await(request, found.id())))
            .orElseGet(() -> unknown(request));
      }
      return drafts
          .find(request.argument(), request.chat())
          .map(
              draft ->
                  prompt(request, "subscribe", composer)
                      .keeping(drafts.await(request, draft.replaces().orElse(null))))
          .orElseGet(() -> unknown(request));
    }
  }

  /** The list of what a chat is told of, in one message. */
  private record ListAlerts(Subscriptions subscriptions, AlertList list, TopicDrafts drafts)
      implements Command {
    private static final Set<String> LOOKING = Set.of("apage", "aone");

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
    public Set<String> buttons() {
      return Set.of("apage", "aone", "apause", "aresume", "awhere", "amove", "aend", "aback");
    }

    @Override
    public Action action(String button) {
      return LOOKING.contains(button) ? Action.ASK : Action.ARRANGE;
    }

    @Override
    public Reply handle(Request request) {
      return narrowed(request, subscriptions, list, drafts, Reply::say);
    }

    private List<Subscription> all(Request request) {
      return subscriptions.in(request.chat());
    }

    @Override
    public Reply pressed(String button, Request request) {
      Optional<AlertList.Pressed> pressed = AlertList.Pressed.of(request.argument());
      if (pressed.isEmpty()) {
        return unknown(request);
      }
      AlertList.Place place = pressed.get().place();
      if (button.equals("apage")) {
        return Reply.edit(list.page(all(request), place, search(place, request), request));
      }
      return pressed
          .get()
          .subscription()
          .flatMap(id -> subscriptions.find(id, request.chat()))
          .map(found -> pressed(button, found, pressed.get(), request))
          .orElseGet(() -> unknown(request));
    }

    private String search(AlertList.Place place, Request request) {
      return drafts.search(place.search(), request.chat()).orElse("");
    }

    private Reply pressed(
        String button, Subscription found, AlertList.Pressed pressed, Request request) {
      AlertList.Place place = pressed.place();
      return switch (button) {
        case "aone" -> Reply.edit(list.entry(found, place, request));
        case "apause" ->
            Reply.edit(list.entry(found.paused(true), place, request))
                .keeping(subscriptions.pause(found.id()));
        case "aresume" ->
            Reply.edit(list.entry(found.paused(false), place, request))
                .keeping(subscriptions.resume(found.id()));
        case "awhere" -> Reply.edit(list.where(found, place, request));
        case "amove" -> {
          if (!list.isOffered(pressed.thread(), found)) {
            yield unknown(request);
          }
          Optional<Long> target = AlertList.target(pressed.thread(), request);
          yield Reply.edit(list.entry(found.in(target), place, request))
              .keeping(subscriptions.move(found.id(), target));
        }
        case "aend" ->
            Reply.edit(list.ended(found, place, request))
                .keeping(subscriptions.end(found.id(), request.now()));
        default ->
            Reply.edit(list.entry(found, place, request)).keeping(subscriptions.goOn(found.id()));
      };
    }
  }

  /** The list of a chat, with all of some words where the request has any. */
  private static Reply narrowed(
      Request request,
      Subscriptions subscriptions,
      AlertList list,
      TopicDrafts drafts,
      Function<Message, Reply> reply) {
    List<Subscription> all = subscriptions.in(request.chat());
    String words = request.argument().strip();
    if (words.isEmpty()) {
      return reply.apply(list.page(all, AlertList.Place.FIRST, "", request));
    }
    String id = IDS.next();
    return reply
        .apply(list.page(all, new AlertList.Place(id, 0), words, request))
        .keeping(drafts.keepSearch(id, words, request));
  }

  /** Stands in no menu: narrows the list down in which somebody pressed to words that follow. */
  private record FindAlerts(Subscriptions subscriptions, AlertList list, TopicDrafts drafts)
      implements Command {
    @Override
    public String name() {
      return "findalerts";
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of();
    }

    @Override
    public Set<String> buttons() {
      return Set.of("afind");
    }

    @Override
    public Reply pressed(String button, Request request) {
      return AlertList.Pressed.of(request.argument()).isEmpty()
          ? unknown(request)
          : Reply.edit(list.asking(request)).keeping(drafts.awaitSearch(request)).awaiting();
    }

    @Override
    public Reply handle(Request request) {
      Optional<Long> place = drafts.awaitedSearch(request);
      return narrowed(
              request,
              subscriptions,
              list,
              drafts,
              message ->
                  place.map(at -> Reply.edit(at, message)).orElseGet(() -> Reply.say(message)))
          .keeping(drafts.searched(request));
    }
  }

  private record Unsubscribe(Subscriptions subscriptions, Composer composer)
      implements ArrangingCommand {
    @Override
    public String name() {
      return "unsubscribe";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("unsub");
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
      for (Subscription each : present.subList(0, Math.min(MOST_BUTTONS, present.size()))) {
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
