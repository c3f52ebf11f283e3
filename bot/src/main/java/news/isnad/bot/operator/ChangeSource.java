package news.isnad.bot.operator;

import java.util.Optional;
import java.util.Set;
import news.isnad.article.Source;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.SourceWork.State;
import news.isnad.bot.operator.SourceWork.Work;
import org.jdbi.v3.core.Handle;

/**
 * Stands in no menu: takes the name, or the outlet, that a button of {@link SourceStatus} has asked
 * for.
 *
 * @param state what the words are for: {@code RENAMING} or {@code MOVING}
 */
record ChangeSource(SourcesInChat in, State state) implements OperatorCommand {
  /** Stands for no outlet: what the pages themselves name counts. */
  private static final String NONE = "-";

  @Override
  public String name() {
    return state == State.RENAMING ? "namesource" : "outletsource";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of();
  }

  @Override
  public Composer composer() {
    return in.composer();
  }

  @Override
  public Set<String> buttons() {
    return Set.of(state == State.RENAMING ? "srcname" : "srcoutlet");
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Work> menu =
        in.work()
            .find(request.argument())
            .filter(work -> work.chat() == request.chat() && work.state() == State.MENU);
    if (menu.isEmpty()) {
      return unknown(request);
    }
    if (!menu.get().belongsTo(request)) {
      return notice(request, "button.others");
    }
    return in.catalogue()
        .find(menu.get().source())
        .map(
            source ->
                prompt(request).keeping(in.work().begin(in.ids().next(), source, state, request)))
        .orElseGet(() -> edit(request, "source.gone", "name", menu.get().name()));
  }

  @Override
  public Reply handle(Request request) {
    Optional<Work> work = in.work().awaited(state, request);
    String words = AddSource.clean(request.argument());
    if (work.isEmpty() || words.isEmpty()) {
      return say(request, "source.which");
    }
    Optional<Source> source = in.catalogue().find(work.get().source());
    if (source.isEmpty()) {
      return say(request, "source.gone", "name", work.get().name());
    }
    return state == State.RENAMING
        ? renamed(source.get(), words, work.get(), request)
        : moved(source.get(), words, work.get(), request);
  }

  private Reply renamed(Source source, String words, Work work, Request request) {
    String name = words.equalsIgnoreCase(source.name()) ? words : in.catalogue().freeName(words);
    return say(request, "source.renamed", "before", source.name(), "name", name)
        .keeping(
            handle -> {
              if (in.work().move(handle, work, State.DONE, request.now())) {
                in.catalogue().rename(source.id(), name);
                write(handle, Deed.RENAME_SOURCE, source, name, request);
              }
            });
  }

  private Reply moved(Source source, String words, Work work, Request request) {
    Optional<String> outlet = words.equals(NONE) ? Optional.empty() : Optional.of(words);
    return say(
            request,
            outlet.isPresent() ? "source.moved" : "source.unmoved",
            "name",
            source.name(),
            "outlet",
            words)
        .keeping(
            handle -> {
              if (in.work().move(handle, work, State.DONE, request.now())) {
                in.catalogue().moveTo(source.id(), outlet);
                write(handle, Deed.MOVE_SOURCE, source, words, request);
              }
            });
  }

  private void write(Handle handle, Deed deed, Source source, String words, Request request) {
    in.audit().write(handle, request.person(), deed, source.address() + " → " + words);
  }
}
