package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.article.ArticleName;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.Editorship;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.ArticleDecisions.Decision;
import news.isnad.bot.operator.ArticleDecisions.State;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/** {@code /hide} and {@code /takedown}: what operators decide about single articles. */
public final class ArticleCommands {
  private ArticleCommands() {}

  /**
   * What both need. Immutable.
   *
   * @param said what was said of articles
   */
  public record Parts(
      ArticleDecisions decisions,
      ArticleStore articles,
      Editorship editorship,
      SaidOfArticles said,
      Audit audit,
      Composer composer,
      PlacedIds placed) {}

  /** Both of them. */
  public static List<Command> all(Parts parts) {
    requireNonNull(parts, "parts is null");
    return List.of(new Hide(parts, new ShortIds()), new TakeDown(parts, new ShortIds()));
  }

  /** What both have in common: an article is chosen by address, by id, or by a message of ours. */
  private interface ForArticles extends OperatorCommand {
    Parts parts();

    ShortIds ids();

    @Override
    default Composer composer() {
      return parts().composer();
    }

    @Override
    default Reply handle(Request request) {
      boolean nothing = request.argument().isBlank() && request.replyTo().isEmpty();
      if (nothing) {
        return ask(request);
      }
      List<Edition> found = found(request);
      return found.isEmpty()
          ? say(request, "article.unknown").again(request)
          : offer(found, request);
    }

    /** Asks which article. */
    default Reply ask(Request request) {
      return prompt(request);
    }

    /** Does something with the articles that were meant. */
    Reply offer(List<Edition> found, Request request);

    private List<Edition> found(Request request) {
      Map<ArticleName, Edition> found = new LinkedHashMap<>();
      String typed = request.argument().strip();
      List<Edition> all =
          typed.isEmpty()
              ? request.replyTo().stream()
                  .flatMap(to -> parts().said().shownIn(request.chat(), to).stream())
                  .flatMap(sequence -> parts().articles().edition(sequence).stream())
                  .toList()
              : named(typed);
      all.forEach(edition -> found.putIfAbsent(ArticleName.of(edition), edition));
      return List.copyOf(found.values());
    }

    private List<Edition> named(String typed) {
      List<Edition> found = new ArrayList<>();
      Arrays.stream(Language.values())
          .flatMap(language -> parts().articles().current(typed, language).stream())
          .forEach(found::add);
      if (found.isEmpty() && typed.matches("https?://\\S+")) {
        try {
          found.addAll(parts().editorship().at(URI.create(typed)));
        } catch (IllegalArgumentException noAddress) {
          return List.of();
        }
      }
      return found;
    }

    /** The article of a decision as people know it; its id where it is no longer stored. */
    default Markup shown(ArticleName name, Request request) {
      return parts()
          .articles()
          .current(name.article(), name.language())
          .map(edition -> composer().item(edition, request.language()))
          .orElseGet(() -> Markup.label(name.article()));
    }

    default void keep(Handle handle, Decision decision, Request request) {
      parts().decisions().keep(handle, decision, request.now());
    }

    default Decision fresh(Edition edition, State state, Request request) {
      return new Decision(ids().next(), ArticleName.of(edition), state, 0, request.now());
    }

    /** What waits to be said about an article is not said any more. */
    default void silence(Handle handle, ArticleName name, Request request) {
      List<Edition> editions = parts().editorship().editions(name);
      Set<Long> sequences =
          editions.stream().map(Edition::sequence).collect(Collectors.toUnmodifiableSet());
      parts().said().silence(handle, sequences, new ArticleWords(editions), request.now());
    }

    /** What comes of a press; empty where the button is none for the decision as it is now. */
    Optional<Reply> pressed(String button, Decision decision, Request request);

    @Override
    default Reply pressed(String button, Request request) {
      return parts()
          .placed()
          .pressed(
              request,
              parts().decisions()::find,
              decision -> pressed(button, decision, request).orElseGet(() -> unknown(request)));
    }

    /** What a button about a decision carries. */
    default String placed(Decision decision, Request request) {
      return parts().placed().at(request.chat(), decision.id());
    }

    default Button button(Request request, String key, String action, Decision decision) {
      return Composer.button(request.messages(), key, action, placed(decision, request));
    }
  }

  private record Hide(Parts parts, ShortIds ids) implements ForArticles {
    private static final int SHOWN = 10;

    @Override
    public String name() {
      return "hide";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("hideyes", "hideno");
    }

    /** With the list of what is hidden. */
    @Override
    public Reply ask(Request request) {
      List<Decision> hidden = parts.decisions().all(State.HIDDEN).stream().limit(SHOWN).toList();
      if (hidden.isEmpty()) {
        return ForArticles.super.ask(request);
      }
      List<List<Button>> rows = new ArrayList<>();
      List<Markup> lines = new ArrayList<>();
      for (Decision each : hidden) {
        Markup shown = shown(each.name(), request);
        lines.add(shown);
        rows.add(
            List.of(Composer.labelled("↩ " + shown.visible(), "hideno", placed(each, request))));
      }
      return Reply.say(
              composer()
                  .lines(request.language(), request.messages().say("hide.list"), lines)
                  .withButtons(rows))
          .awaiting();
    }

    @Override
    public Reply offer(List<Edition> found, Request request) {
      if (found.size() == 1) {
        return hidden(fresh(found.getFirst(), State.HIDDEN, request), Optional.empty(), request);
      }
      List<List<Button>> rows = new ArrayList<>();
      List<Markup> lines = new ArrayList<>();
      List<Decision> offered = new ArrayList<>();
      for (Edition edition : found) {
        Decision decision = fresh(edition, State.OFFERED, request);
        offered.add(decision);
        lines.add(composer().item(edition, request.language()));
        rows.add(List.of(Composer.labelled(edition.title(), "hideyes", placed(decision, request))));
      }
      return Reply.say(
              composer()
                  .lines(request.language(), request.messages().say("hide.which"), lines)
                  .withButtons(rows))
          .keeping(handle -> offered.forEach(each -> keep(handle, each, request)));
    }

    @Override
    public Optional<Reply> pressed(String button, Decision decision, Request request) {
      return switch (decision.state()) {
        case OFFERED, SHOWN, HIDDEN ->
            Optional.of(
                button.equals("hideyes")
                    ? hidden(decision.in(State.HIDDEN), Optional.of(decision.state()), request)
                    : shown(decision, request));
        case ASKED, KEPT, ORDERED, EMPTIED, ERASED, DONE -> Optional.empty();
      };
    }

    private Reply hidden(Decision decision, Optional<State> before, Request request) {
      Message message =
          composer()
              .notice(request.language(), "hide.done", "article", shown(decision.name(), request))
              .withButtons(List.of(List.of(button(request, "button.undo", "hideno", decision))));
      Reply reply = before.isPresent() ? Reply.edit(message) : Reply.say(message);
      return before.filter(State.HIDDEN::equals).isPresent()
          ? reply
          : reply.keeping(
              handle -> {
                keep(handle, decision, request);
                silence(handle, decision.name(), request);
                parts
                    .audit()
                    .write(handle, request.person(), Deed.HIDE_ARTICLE, decision.name().article());
              });
    }

    private Reply shown(Decision decision, Request request) {
      Reply reply =
          Reply.edit(
              composer()
                  .notice(
                      request.language(), "hide.undone", "article", shown(decision.name(), request))
                  .withButtons(
                      List.of(List.of(button(request, "button.undo", "hideyes", decision)))));
      return decision.state() != State.HIDDEN
          ? reply
          : reply.keeping(
              handle -> {
                keep(handle, decision.in(State.SHOWN), request);
                parts
                    .audit()
                    .write(handle, request.person(), Deed.SHOW_ARTICLE, decision.name().article());
              });
    }
  }

  private record TakeDown(Parts parts, ShortIds ids) implements ForArticles {
    @Override
    public String name() {
      return "takedown";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("downyes", "downno");
    }

    /** Each article is asked about by itself: this cannot be taken back. */
    @Override
    public Reply offer(List<Edition> found, Request request) {
      List<Message> messages = new ArrayList<>();
      List<Decision> asked = new ArrayList<>();
      for (Edition edition : found) {
        Decision decision = fresh(edition, State.ASKED, request);
        asked.add(decision);
        messages.add(
            composer()
                .notice(
                    request.language(), "takedown.ask", "article", shown(decision.name(), request))
                .withButtons(
                    List.of(
                        List.of(
                            button(request, "button.takedown", "downyes", decision),
                            button(request, "button.keep", "downno", decision)))));
      }
      Reply reply = Reply.say(messages.getFirst());
      for (Message further : messages.subList(1, messages.size())) {
        reply = reply.and(further);
      }
      return reply.keeping(handle -> asked.forEach(each -> keep(handle, each, request)));
    }

    @Override
    public Optional<Reply> pressed(String button, Decision decision, Request request) {
      return switch (decision.state()) {
        case ASKED, KEPT ->
            Optional.of(
                button.equals("downyes") ? ordered(decision, request) : kept(decision, request));
        case ORDERED, EMPTIED, ERASED, DONE ->
            Optional.of(Reply.notice(request.messages().text("takedown.begun")));
        case OFFERED, SHOWN, HIDDEN -> Optional.empty();
      };
    }

    /** The text is shown no more from this moment; the rest is done by {@link Takedowns}. */
    private Reply ordered(Decision decision, Request request) {
      return Reply.edit(
              composer()
                  .notice(
                      request.language(), "takedown.begun", "article", decision.name().article()))
          .keeping(
              handle -> {
                keep(handle, decision.in(State.ORDERED), request);
                parts.decisions().tell(handle, decision, request.chat());
                parts
                    .audit()
                    .write(handle, request.person(), Deed.TAKE_DOWN, decision.name().article());
              });
    }

    private Reply kept(Decision decision, Request request) {
      return Reply.edit(
              composer()
                  .notice(
                      request.language(),
                      "takedown.kept",
                      "article",
                      shown(decision.name(), request)))
          .keeping(handle -> keep(handle, decision.in(State.KEPT), request));
    }
  }
}
