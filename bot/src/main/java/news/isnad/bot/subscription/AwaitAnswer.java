package news.isnad.bot.subscription;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.question.Reading;

/**
 * The button under a question that nothing answers: it becomes a standing question. Stands in no
 * menu. Safe for concurrent use.
 */
final class AwaitAnswer implements Command {
  private final SubscriptionCommands.Parts parts;
  private final ShortIds ids = new ShortIds();

  AwaitAnswer(SubscriptionCommands.Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "await";
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
    return Set.of("await");
  }

  @Override
  public Reply handle(Request request) {
    return Reply.say(parts.composer().notice(request.language(), "command.unknown"));
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Reading> reading = parts.memory().reading(request.argument(), request.chat());
    if (reading.isEmpty()) {
      return Reply.notice(request.messages().text("button.unknown"));
    }
    String question = reading.get().question();
    List<Subscription> present = parts.subscriptions().in(request.chat());
    if (present.stream().anyMatch(each -> each.question() && each.words().equals(question))) {
      return Reply.notice(request.messages().text("await.known"));
    }
    if (present.size() >= parts.most()) {
      return Reply.notice(request.messages().text("subscribe.full", "most", parts.most()));
    }
    Subscription standing =
        new Subscription(
            ids.next(),
            request.chat(),
            request.thread(),
            request.person(),
            question,
            reading.get().language(),
            0,
            request.now(),
            false,
            Subscription.AT_ONCE,
            true);
    return Reply.say(
            parts.composer().notice(request.language(), "await.begun", "question", question))
        .noticed(request.messages().text("await.noticed"))
        .keeping(parts.subscriptions().begin(standing))
        .keeping(parts.subscriptions().keepReading(standing.id(), Memory.written(reading.get())));
  }
}
