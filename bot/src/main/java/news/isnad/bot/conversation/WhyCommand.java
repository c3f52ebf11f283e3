package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import news.isnad.answer.Answers;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.SentAnswers.Placed;
import news.isnad.question.Reading;

/**
 * {@code /why}: how an answer came about, from the words to the decision. As a reply it explains
 * that answer, else the last one in the chat. It is answered once more as it was read then, over
 * the news of now.
 */
public final class WhyCommand implements EditorCommand {
  private static final int SEARCHED = 200;

  private final Answers answers;
  private final Composer composer;
  private final Memory memory;
  private final Function<String, Optional<Long>> sentAs;

  /**
   * Prepares the command.
   *
   * @param sentAs the message that an outbox key became, if it was sent
   */
  public WhyCommand(
      Answers answers, Composer composer, Memory memory, Function<String, Optional<Long>> sentAs) {
    this.answers = requireNonNull(answers, "answers is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.sentAs = requireNonNull(sentAs, "sentAs is null");
  }

  @Override
  public String name() {
    return "why";
  }

  @Override
  public Reply handle(Request request) {
    Optional<Reading> reading =
        memory.sentAnswers().last(request.chat(), SEARCHED).stream()
            .filter(answer -> request.replyTo().map(to -> isAt(answer, to)).orElse(true))
            .findFirst()
            .flatMap(
                answer ->
                    memory.sentReadings().find(answer.id(), request.chat()).stream().findFirst());
    return Reply.say(
        reading
            .map(read -> composer.why(answers.explain(read), request.language()))
            .orElseGet(() -> composer.notice(request.language(), "why.none")));
  }

  private boolean isAt(Placed answer, long message) {
    return answer.place().equals("m/" + message)
        || sentAs.apply(answer.place()).filter(sent -> sent == message).isPresent();
  }
}
