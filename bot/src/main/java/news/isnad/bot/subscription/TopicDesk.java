package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.subscription.TopicDrafts.Draft;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.TopicText;
import news.isnad.topic.Topics;

/**
 * Rehearses what somebody typed as a topic, and makes a subscription of it when it is confirmed.
 * Rights and limits are looked at again then. Safe for concurrent use.
 */
final class TopicDesk {
  private final Parts parts;
  private final TopicDrafts drafts;
  private final ShortIds ids = new ShortIds();

  /**
   * Who depends on whom. Immutable.
   *
   * @param topics reads and tries topics; nothing is registered here
   * @param most subscriptions that a chat can have
   */
  record Parts(
      Subscriptions subscriptions,
      TopicDrafts drafts,
      Topics topics,
      Rehearsals rehearsals,
      Composer composer,
      int most) {}

  TopicDesk(Parts parts) {
    this.parts = requireNonNull(parts, "parts is null");
    this.drafts = parts.drafts();
  }

  /**
   * What a topic would have told of, and whether to subscribe to it.
   *
   * @param replaces the subscription whose words it would be
   */
  Reply propose(String typed, Optional<Subscription> replaces, Request request) {
    String words = typed.strip();
    return switch (parts.topics().parse(words)) {
      case Parsed.Refused(Parsed.Problem problem, String at) ->
          say(request, "subscribe.refused", "problem", problem, "at", at).again(request);
      case Parsed.Understood(Topic topic) ->
          unfit(topic, replaces, request.thread(), request)
              .orElseGet(() -> rehearsed(topic, words, replaces, request));
    };
  }

  /** Why there can be no such subscription. */
  private Optional<Reply> unfit(
      Topic topic, Optional<Subscription> replaces, Optional<Long> typedIn, Request request) {
    Optional<Long> thread = replaces.map(Subscription::thread).orElse(typedIn);
    List<Subscription> present = parts.subscriptions().in(request.chat());
    Optional<Subscription> same =
        present.stream()
            .filter(each -> !each.question() && each.thread().equals(thread))
            .filter(each -> replaces.isEmpty() || !each.id().equals(replaces.get().id()))
            .filter(each -> isTopic(each.words(), topic))
            .findFirst();
    if (same.isPresent()) {
      return Optional.of(
          say(request, "subscribe.known", "words", same.get().words()).again(request));
    }
    if (replaces.isEmpty() && present.size() >= parts.most()) {
      return Optional.of(say(request, "subscribe.full", "most", parts.most()));
    }
    return Optional.empty();
  }

  private boolean isTopic(String words, Topic topic) {
    return parts.topics().parse(words) instanceof Parsed.Understood(Topic known)
        && folded(known).equals(folded(topic));
  }

  private static String folded(Topic topic) {
    return Folding.fold(TopicText.of(topic, Language.ENGLISH));
  }

  private Reply rehearsed(
      Topic topic, String words, Optional<Subscription> replaces, Request request) {
    Rehearsal rehearsal = parts.rehearsals().of(topic, request.now());
    Draft draft =
        new Draft(
            ids.next(), request.thread(), request.person(), words, replaces.map(Subscription::id));
    return Reply.say(message(topic, rehearsal, draft, request))
        .keeping(drafts.keep(draft, request.chat(), request.now()));
  }

  private Message message(Topic topic, Rehearsal rehearsal, Draft draft, Request request) {
    Messages messages = request.messages();
    List<Markup> lines = new ArrayList<>();
    lines.add(figures(rehearsal, messages));
    for (Edition each : rehearsal.examples()) {
      lines.add(parts.composer().item(each, request.language()));
    }
    if (rehearsal.isTooBroad()) {
      lines.add(messages.say("rehearsal.broad"));
    }
    if (rehearsal.isTooNarrow() && rehearsal.articles() > 0) {
      lines.add(
          rehearsal
              .without()
              .map(
                  less ->
                      messages.say(
                          "rehearsal.narrow.without",
                          "word",
                          less.word(),
                          "matches",
                          less.matches()))
              .orElseGet(() -> messages.say("rehearsal.narrow")));
    }
    String understood = TopicText.of(topic, request.language());
    return parts
        .composer()
        .lines(request.language(), messages.say("rehearsal", "topic", understood), lines)
        .withButtons(
            List.of(
                List.of(Composer.button(messages, "button.confirm", "sub", draft.id())),
                List.of(
                    Composer.button(messages, "button.change", "subchange", draft.id()),
                    Composer.button(messages, "button.cancel", "subno", draft.id()))));
  }

  private static Markup figures(Rehearsal rehearsal, Messages messages) {
    if (rehearsal.articles() == 0) {
      return messages.say("rehearsal.nothing");
    }
    return messages.say(
        "rehearsal.matched",
        "days",
        rehearsal.days(),
        "articles",
        rehearsal.articles(),
        "none",
        rehearsal.matches() == 0,
        "matches",
        rehearsal.matches(),
        "rare",
        rehearsal.perDay() == 0,
        "rate",
        rehearsal.perDay());
  }

  /** The draft is confirmed. */
  Reply confirmed(Draft draft, Request request) {
    Optional<Subscription> replaces =
        draft.replaces().flatMap(id -> parts.subscriptions().find(id, request.chat()));
    if (parts.topics().parse(draft.words()) instanceof Parsed.Understood(Topic topic)) {
      Optional<Reply> unfit = unfit(topic, replaces, draft.thread(), request);
      if (unfit.isPresent()) {
        return Reply.edit(unfit.get().messages().getFirst()).keeping(drafts.drop(draft.id()));
      }
    }
    Reply done = Reply.edit(done(draft.words(), request)).keeping(drafts.drop(draft.id()));
    if (replaces.isPresent()) {
      return done.keeping(parts.subscriptions().change(replaces.get().id(), draft.words()));
    }
    return done.keeping(
        parts
            .subscriptions()
            .begin(
                Subscription.toTopic(
                    ids.next(),
                    request.chat(),
                    draft.thread(),
                    draft.person(),
                    draft.words(),
                    request.language(),
                    request.now())));
  }

  private Message done(String words, Request request) {
    return parts.composer().notice(request.language(), "subscribe.done", "words", words);
  }

  private Reply say(Request request, String key, Object... namesAndValues) {
    return Reply.say(parts.composer().notice(request.language(), key, namesAndValues));
  }
}
