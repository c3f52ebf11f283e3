package news.isnad.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Picture;

/**
 * What a command does about a request. Immutable.
 *
 * @param messages new messages, in this order
 * @param edited what the message with the pressed button becomes, or the one at the place
 * @param place the message that is edited where no button was pressed
 * @param notice what the person who pressed sees, plain text; nobody else sees it
 * @param changes what is stored together with the reply
 * @param awaits whether the next text of this person is the command's argument
 * @param answersQuestion whether its message answers the question that the request was
 * @param enclosure a file or picture that is sent after the messages
 */
public record Reply(
    List<Message> messages,
    Optional<Message> edited,
    Optional<Long> place,
    Optional<String> notice,
    List<Change> changes,
    boolean awaits,
    boolean answersQuestion,
    Optional<Enclosure> enclosure) {
  private static final Reply NOTHING =
      new Reply(List.of(), Optional.empty(), Optional.empty(), List.of(), false, false);

  /**
   * A text file. Immutable.
   *
   * @param caption plain words with it
   */
  public record File(String name, String content, String caption) implements Enclosure {}

  /**
   * A picture. Immutable.
   *
   * @param caption plain words with it
   */
  public record Photo(Picture picture, String caption) implements Enclosure {}

  /** What is sent after the words. */
  public sealed interface Enclosure {}

  public Reply(
      List<Message> messages,
      Optional<Message> edited,
      Optional<String> notice,
      List<Change> changes,
      boolean awaits,
      boolean answersQuestion) {
    this(
        messages,
        edited,
        Optional.empty(),
        notice,
        changes,
        awaits,
        answersQuestion,
        Optional.empty());
  }

  public Reply {
    messages = List.copyOf(messages);
    changes = List.copyOf(changes);
  }

  /** Silence; a pressed button stops waiting all the same. */
  public static Reply nothing() {
    return NOTHING;
  }

  /** A new message. */
  public static Reply say(Message message) {
    return new Reply(List.of(message), Optional.empty(), Optional.empty(), List.of(), false, false);
  }

  /** Words for the person who pressed, and nobody else. */
  public static Reply notice(String text) {
    return new Reply(List.of(), Optional.empty(), Optional.of(text), List.of(), false, false);
  }

  /** Other words for the message with the pressed button. */
  public static Reply edit(Message message) {
    return new Reply(List.of(), Optional.of(message), Optional.empty(), List.of(), false, false);
  }

  /** Other words for a message of ours that was said before. */
  public static Reply edit(long place, Message message) {
    return new Reply(
        List.of(),
        Optional.of(message),
        Optional.of(place),
        Optional.empty(),
        List.of(),
        false,
        false,
        Optional.empty());
  }

  /** A text file. */
  public static Reply file(File file) {
    return new Reply(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        false,
        Optional.of(file));
  }

  /** The same, followed by another message. */
  public Reply and(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new Reply(more, edited, place, notice, changes, awaits, answersQuestion, enclosure);
  }

  /** The same, followed by a picture. */
  public Reply with(Photo photo) {
    return new Reply(
        messages, edited, place, notice, changes, awaits, answersQuestion, Optional.of(photo));
  }

  /** The same, noticed by the person who pressed. */
  public Reply noticed(String text) {
    return new Reply(
        messages, edited, place, Optional.of(text), changes, awaits, answersQuestion, enclosure);
  }

  /** The same, with a further change. */
  public Reply keeping(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Reply(messages, edited, place, notice, more, awaits, answersQuestion, enclosure);
  }

  /** The same; the next text of this person is the argument. */
  public Reply awaiting() {
    return new Reply(messages, edited, place, notice, changes, true, answersQuestion, enclosure);
  }

  /** The same; whoever answered what was asked for in a way that is none may try again. */
  public Reply again(Request request) {
    return request.answer() ? awaiting() : this;
  }

  /** The same, as the answer to a question: it is edited when its question is. */
  public Reply answering() {
    return new Reply(messages, edited, place, notice, changes, awaits, true, enclosure);
  }
}
