package news.isnad.bot.telegram;

import java.util.List;
import java.util.Optional;

/**
 * What is to be shown in a chat. Immutable.
 *
 * @param html text in Telegram's HTML, escaped; up to 4096 UTF-16 units after its tags are read
 * @param plain whether {@code html} is no HTML but to be shown as it stands
 * @param buttons rows of buttons under the message; empty rows are dropped
 * @param previewUrl the address whose preview is shown, small; without it no link is previewed
 * @param replyPrompt opens the reader's input field as a reply to this message, with this hint (1
 *     to 64 characters) in it; what lets a group answer us in privacy mode. Not with buttons
 * @param silent whether it arrives without a sound
 */
public record Message(
    String html,
    boolean plain,
    List<List<Button>> buttons,
    Optional<String> previewUrl,
    Optional<String> replyPrompt,
    boolean silent) {
  /** Longest text that Telegram takes, in UTF-16 units after the tags are read. */
  public static final int LONGEST_TEXT = 4096;

  private static final int LONGEST_PROMPT = 64;

  public Message {
    if (html.isBlank()) {
      throw new IllegalArgumentException("html is blank");
    }
    buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    previewUrl.ifPresent(
        url -> {
          if (url.isBlank()) {
            throw new IllegalArgumentException("previewUrl is blank");
          }
        });
    replyPrompt.ifPresent(
        prompt -> {
          if (prompt.isBlank() || prompt.length() > LONGEST_PROMPT) {
            throw new IllegalArgumentException("replyPrompt is blank or longer than 64 characters");
          }
        });
    if (replyPrompt.isPresent() && !buttons.isEmpty()) {
      throw new IllegalArgumentException("replyPrompt does not go with buttons");
    }
  }

  /** A message without buttons and previews. */
  public static Message of(String html) {
    return new Message(html, false, List.of(), Optional.empty(), Optional.empty(), false);
  }

  /** The same message with these rows of buttons. */
  public Message withButtons(List<List<Button>> rows) {
    return new Message(html, plain, rows, previewUrl, replyPrompt, silent);
  }

  /** The same message with a small preview of this address. */
  public Message withPreview(String url) {
    return new Message(html, plain, buttons, Optional.of(url), replyPrompt, silent);
  }

  /** The same message, asking for a reply with this hint in the input field. */
  public Message withReplyPrompt(String prompt) {
    return new Message(html, plain, buttons, previewUrl, Optional.of(prompt), silent);
  }

  /** The same message with another text of the same kind. */
  public Message withText(String other) {
    return new Message(other, plain, buttons, previewUrl, replyPrompt, silent);
  }

  /** The same message with this text instead, shown as it stands. */
  public Message asPlain(String text) {
    return new Message(text, true, buttons, previewUrl, replyPrompt, silent);
  }

  /** The same message, arriving without a sound if so wanted. */
  public Message silent(boolean wanted) {
    return new Message(html, plain, buttons, previewUrl, replyPrompt, wanted);
  }
}
