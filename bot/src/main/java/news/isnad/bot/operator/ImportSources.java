package news.isnad.bot.operator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.Causes;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.SentLists.Sent;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.SourceList;
import news.isnad.ingest.TryOut;

/**
 * {@code /importsources}, and any OPML document that an operator sends: how many of its sources are
 * new, known and refused, and why. They are tracked by a button only, by {@link SourceImports};
 * nothing is fetched before.
 */
record ImportSources(SourcesInChat in, SourceTrials trials, SentLists lists)
    implements OperatorCommand {
  private static final int REFUSED_SHOWN = 10;

  /** Where the changed message stands among what is said about a press, which is answered first. */
  private static final int EDITED = 1;

  @Override
  public String name() {
    return "importsources";
  }

  @Override
  public Composer composer() {
    return in.composer();
  }

  @Override
  public boolean takes(String text) {
    return SourceList.isOne(text);
  }

  @Override
  public Set<String> buttons() {
    return Set.of("opmlyes", "opmlno");
  }

  /**
   * A list, sorted. Immutable.
   *
   * @param refused what is not taken, in words of the interface
   */
  private record Sorted(List<SourceList.Entry> fresh, int known, List<Markup> refused) {}

  @Override
  public Reply handle(Request request) {
    if (!takes(request.argument())) {
      return prompt(request);
    }
    Sorted sorted = sort(request.argument(), request.messages());
    String id = in.ids().next();
    Message message = shown(sorted, id, request);
    return sorted.fresh().isEmpty()
        ? Reply.say(message)
        : Reply.say(message).keeping(lists.keep(id, request));
  }

  private Sorted sort(String content, Messages messages) {
    SourceList.Read read = SourceList.read(content.getBytes(StandardCharsets.UTF_8));
    List<SourceList.Entry> fresh = new ArrayList<>();
    List<Markup> refused = new ArrayList<>();
    int known = 0;
    for (SourceList.Entry entry : read.entries()) {
      String address = entry.address().toString();
      Optional<TryOut.Refusal> refusal = trials.refusal(address);
      if (refusal.isPresent()) {
        refused.add(
            messages.say(
                "importsources.refused",
                "reason",
                refusal.get().why(),
                "address",
                address,
                "details",
                Causes.say(refusal.get().details(), messages)));
      } else if (in.catalogue().find(address).isPresent()) {
        known++;
      } else {
        fresh.add(entry);
      }
    }
    for (SourceList.Problem problem : read.problems()) {
      // What a parser says is for the log.
      boolean given = problem.fault() == SourceList.Fault.ADDRESS;
      refused.add(
          messages.say(
              "importsources.fault",
              "fault",
              problem.fault(),
              "given",
              given,
              "details",
              problem.details()));
    }
    return new Sorted(fresh, known, refused);
  }

  private Message shown(Sorted sorted, String id, Request request) {
    Messages messages = request.messages();
    List<Markup> lines = new ArrayList<>();
    int most = Math.min(REFUSED_SHOWN, sorted.refused().size());
    lines.addAll(sorted.refused().subList(0, most));
    if (sorted.refused().size() > most) {
      lines.add(messages.say("importsources.more", "count", sorted.refused().size() - most));
    }
    if (!sorted.fresh().isEmpty()) {
      lines.add(messages.say("importsources.ask"));
    }
    Message message =
        composer()
            .lines(
                request.language(),
                messages.say(
                    "importsources",
                    "fresh",
                    sorted.fresh().size(),
                    "known",
                    sorted.known(),
                    "refused",
                    sorted.refused().size()),
                lines);
    return sorted.fresh().isEmpty()
        ? message
        : message.withButtons(
            List.of(
                List.of(
                    Composer.button(messages, "button.opml", "opmlyes", id),
                    Composer.button(messages, "button.cancel", "opmlno", id))));
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Sent> found =
        lists.asked(request.argument()).filter(sent -> sent.chat() == request.chat());
    if (found.isEmpty()) {
      return notice(request, "importsources.decided");
    }
    Sent sent = found.get();
    if (sent.person() != request.person()) {
      return notice(request, "button.others");
    }
    if (!request.now().isBefore(sent.asked().plus(SentLists.KEPT))) {
      return notice(request, "importsources.over");
    }
    return button.equals("opmlno")
        ? edit(request, "importsources.dropped")
            .keeping(handle -> SentLists.drop(handle, sent.id()))
        : edit(request, "importsources.begun")
            .keeping(SentLists.take(sent.id(), request.keyOf(EDITED), request.language()));
  }
}
