package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.TextMessage;

/**
 * What is said about an update that could not be handled: to whoever wrote to us or pressed a
 * button, nothing to others. Reads no setting: the store may be what does not work. Immutable.
 */
final class Apologies {
  private final Composer composer;
  private final Predicate<TextMessage> isHeard;

  /**
   * @param isHeard whether a text is for us
   */
  Apologies(Composer composer, Predicate<TextMessage> isHeard) {
    this.composer = requireNonNull(composer, "composer is null");
    this.isHeard = requireNonNull(isHeard, "isHeard is null");
  }

  List<Call> about(Incoming incoming) {
    return switch (incoming) {
      case Incoming.SentFile file -> to(file.message());
      case Incoming.SharedText shared -> to(shared.message());
      case Incoming.WordlessMessage wordless -> to(wordless.message());
      case TextMessage text -> to(text);
      case ButtonPress press ->
          List.of(
              new Call.AnswerCallback(
                  press.callbackId(),
                  Optional.of(Messages.ofApp(press.person()).text("apology")),
                  false));
      case Incoming.EditedMessage _,
          Incoming.MembershipChange _,
          Incoming.Migration _,
          Incoming.TopicChange _,
          Incoming.InlineQuery _,
          Incoming.GuestMessage _,
          Incoming.ChannelPost _,
          Incoming.Other _ ->
          List.of();
    };
  }

  private List<Call> to(TextMessage text) {
    return isHeard.test(text)
        ? List.of(
            new Call.SendMessage(
                text.chat().id(),
                text.thread(),
                Optional.of(text.messageId()).filter(_ -> text.chat().isGroup()),
                composer.notice(Messages.ofApp(text.person()).language(), "apology")))
        : List.of();
  }
}
