package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.answer.Citation;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.EditorCommand;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.Pins.Pin;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/** {@code /pin} and {@code /pins}: passages that editors pin to questions. */
public final class PinCommands {
  private PinCommands() {}

  /**
   * What both need. Immutable.
   *
   * @param isAt for a message, whether an answer was said at a place
   */
  public record Parts(
      Pins pins,
      Memory memory,
      LongFunction<java.util.function.Predicate<String>> isAt,
      Audit audit,
      Composer composer,
      PlacedIds placed) {
    Button button(Request request, String key, String action, Pin pin) {
      return Composer.button(request.messages(), key, action, placed.at(request.chat(), pin.id()));
    }
  }

  /** Both of them. */
  public static List<Command> all(Parts parts) {
    requireNonNull(parts, "parts is null");
    return List.of(new PinOne(parts, new ShortIds()), new ShowPins(parts));
  }

  private record PinOne(Parts parts, ShortIds ids) implements EditorCommand {
    /** Which passage of the answer, from 1, and another wording of the question. */
    private static final Pattern TYPED = Pattern.compile("(?:([1-9])(?:\\s+|$))?(.*)", 32);

    private static final int LONGEST_WORDING = 500;

    @Override
    public String name() {
      return "pin";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("pinyes", "pinno");
    }

    @Override
    public Reply handle(Request request) {
      Optional<Memory.Cited> answer =
          parts
              .memory()
              .answerAt(
                  request.chat(), request.replyTo().map(parts.isAt()::apply).orElse(_ -> true));
      Matcher typed = TYPED.matcher(request.argument().strip());
      boolean ours = answer.isPresent() && typed.matches();
      int place = ours && typed.group(1) != null ? Integer.parseInt(typed.group(1)) : 1;
      if (!ours || place > answer.get().citations().size()) {
        return Reply.say(parts.composer().notice(request.language(), "pin.nothing"));
      }
      List<String> questions = new ArrayList<>(List.of(answer.get().question()));
      String wording = typed.group(2).strip();
      if (!wording.isEmpty() && wording.length() <= LONGEST_WORDING) {
        questions.add(wording);
      }
      if (questions.stream().anyMatch(question -> Pins.compared(question).isEmpty())) {
        return Reply.say(parts.composer().notice(request.language(), "pin.nothing"));
      }
      return pin(questions, answer.get().citations().get(place - 1), request);
    }

    private Reply pin(List<String> questions, Citation citation, Request request) {
      Pin pin = new Pin(ids.next(), questions.getFirst(), true);
      return Reply.say(pinned(pin, request))
          .keeping(
              handle -> {
                parts.pins().pin(handle, pin.id(), questions, citation, request.now());
                parts.audit().write(handle, request.person(), Deed.PIN, pin.question());
              });
    }

    private Message pinned(Pin pin, Request request) {
      return parts
          .composer()
          .notice(request.language(), "pin.done", "question", pin.question())
          .withButtons(List.of(List.of(parts.button(request, "button.undo", "pinno", pin))));
    }

    @Override
    public Reply pressed(String button, Request request) {
      return parts
          .placed()
          .pressed(request, parts.pins()::find, pin -> set(pin, button.equals("pinyes"), request));
    }

    private Reply set(Pin pin, boolean pinned, Request request) {
      Reply reply =
          Reply.edit(
              pinned
                  ? pinned(pin, request)
                  : parts
                      .composer()
                      .notice(request.language(), "pin.undone", "question", pin.question())
                      .withButtons(
                          List.of(List.of(parts.button(request, "button.undo", "pinyes", pin)))));
      return pin.pinned() == pinned
          ? reply
          : reply.keeping(
              handle -> {
                parts.pins().set(handle, pin.id(), pinned, request.now());
                parts
                    .audit()
                    .write(
                        handle, request.person(), pinned ? Deed.PIN : Deed.UNPIN, pin.question());
              });
    }
  }

  private record ShowPins(Parts parts) implements EditorCommand {
    private static final int SHOWN = 20;

    @Override
    public String name() {
      return "pins";
    }

    @Override
    public Reply handle(Request request) {
      List<Pin> all = parts.pins().all();
      if (all.isEmpty()) {
        return Reply.say(parts.composer().notice(request.language(), "pins.none"));
      }
      List<Markup> lines = new ArrayList<>();
      List<List<Button>> rows = new ArrayList<>();
      for (Pin pin : all.subList(0, Math.min(SHOWN, all.size()))) {
        lines.add(Markup.label(pin.question()));
        rows.add(
            List.of(
                Composer.labelled(
                    "✕ " + pin.question(), "pinno", parts.placed().at(request.chat(), pin.id()))));
      }
      return Reply.say(
          parts
              .composer()
              .lines(request.language(), request.messages().say("pins", "count", all.size()), lines)
              .withButtons(rows));
    }
  }
}
