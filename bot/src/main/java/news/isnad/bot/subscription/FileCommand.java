package news.isnad.bot.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.TopicText;

/**
 * {@code /subscriptions}: the topics of a chat as a file, and such a file taken in. What is there
 * already is not doubled, what cannot be a topic is named, and the chat's limit holds. Safe for
 * concurrent use.
 */
final class FileCommand implements ArrangingCommand {
  private static final int REFUSED_SHOWN = 8;

  private final SubscriptionCommands.Parts parts;
  private final ShortIds ids = new ShortIds();

  FileCommand(SubscriptionCommands.Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "subscriptions";
  }

  @Override
  public boolean takes(String text) {
    return AlertFile.isOne(text);
  }

  @Override
  public Reply handle(Request request) {
    if (!request.argument().isBlank()) {
      return taken(AlertFile.read(request.argument()), request);
    }
    List<Subscription> all =
        parts.subscriptions().in(request.chat()).stream().filter(each -> !each.question()).toList();
    if (all.isEmpty()) {
      return Reply.say(parts.composer().notice(request.language(), "file.none"));
    }
    return Reply.file(
        new Reply.File(
            AlertFile.NAME,
            AlertFile.write(request.chat(), all),
            request.messages().text("file.written", "count", all.size())));
  }

  private Reply taken(AlertFile.Content content, Request request) {
    List<Subscription> present = parts.subscriptions().in(request.chat());
    Set<String> known = new HashSet<>();
    present.stream()
        .filter(each -> !each.question())
        .forEach(
            each -> topic(each.words()).ifPresent(topic -> known.add(key(topic, each.thread()))));
    int room = parts.most() - present.size();
    boolean sameChat = content.chat().filter(chat -> chat == request.chat()).isPresent();
    List<Subscription> fresh = new ArrayList<>();
    List<AlertFile.Line> refused = new ArrayList<>();
    int doubles = 0;
    int withoutRoom = 0;
    for (AlertFile.Line line : content.lines()) {
      Optional<Topic> topic = topic(line.words());
      Optional<Long> thread = sameChat ? line.thread() : request.thread();
      if (topic.isEmpty()) {
        refused.add(line);
      } else if (!known.add(key(topic.get(), thread))) {
        doubles++;
      } else if (fresh.size() >= room) {
        withoutRoom++;
      } else {
        fresh.add(subscription(line, thread, request));
      }
    }
    Reply reply = Reply.say(said(fresh.size(), doubles, withoutRoom, refused, request));
    for (Subscription each : fresh) {
      reply = reply.keeping(parts.subscriptions().begin(each));
    }
    return reply;
  }

  private Optional<Topic> topic(String words) {
    return parts.topics().parse(words) instanceof Parsed.Understood(Topic topic)
        ? Optional.of(topic)
        : Optional.empty();
  }

  private static String key(Topic topic, Optional<Long> thread) {
    return Folding.fold(TopicText.of(topic, Language.ENGLISH)) + "\n" + thread.orElse(0L);
  }

  private Subscription subscription(AlertFile.Line line, Optional<Long> thread, Request request) {
    return new Subscription(
        ids.next(),
        request.chat(),
        thread,
        request.person(),
        line.words(),
        request.language(),
        0,
        request.now(),
        line.paused(),
        line.schedule().orElse(Subscription.AT_ONCE),
        false);
  }

  private news.isnad.bot.telegram.Message said(
      int fresh, int doubles, int withoutRoom, List<AlertFile.Line> refused, Request request) {
    Messages messages = request.messages();
    List<Markup> lines = new ArrayList<>();
    if (doubles > 0) {
      lines.add(messages.say("file.known", "count", doubles));
    }
    if (withoutRoom > 0) {
      lines.add(messages.say("file.full", "count", withoutRoom, "most", parts.most()));
    }
    if (!refused.isEmpty()) {
      lines.add(messages.say("file.refused", "count", refused.size()));
      for (AlertFile.Line line : refused.subList(0, Math.min(REFUSED_SHOWN, refused.size()))) {
        lines.add(messages.say("file.refused.line", "line", line.number(), "words", line.words()));
      }
    }
    return parts
        .composer()
        .lines(request.language(), messages.say("file.taken", "count", fresh), lines);
  }
}
