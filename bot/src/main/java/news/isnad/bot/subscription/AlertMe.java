package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.question.Reading;
import news.isnad.text.Language;

/**
 * Stands in no menu: the button of an answer that proposes its matter as a topic, as {@code
 * /subscribe} proposes what is typed: whose words were asked for, and about what. Stateless.
 */
final class AlertMe implements Command {
  private final Memory memory;
  private final TopicDesk desk;
  private final Composer composer;

  AlertMe(Memory memory, TopicDesk desk, Composer composer) {
    this.memory = requireNonNull(memory, "memory is null");
    this.desk = requireNonNull(desk, "desk is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "alertme";
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
    return Set.of("alertme");
  }

  @Override
  public Reply handle(Request request) {
    return Reply.say(composer.notice(request.language(), "command.unknown"));
  }

  @Override
  public Reply pressed(String button, Request request) {
    return memory
        .reading(request.argument(), request.chat())
        .map(reading -> desk.propose(topic(reading), Optional.empty(), request))
        .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
  }

  /** What was asked as a topic: «المتحدث:"سامي درويش" الميناء». */
  static String topic(Reading reading) {
    String filter = reading.language() == Language.ARABIC ? "المتحدث:" : "speaker:";
    Stream<String> speaker =
        reading.speaker().stream().map(asked -> filter + '"' + plain(asked.name()) + '"');
    return Stream.concat(speaker, reading.topic().stream().map(AlertMe::plain))
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String plain(String word) {
    return word.replaceAll("[\"“”«»()|:]", "").strip();
  }
}
