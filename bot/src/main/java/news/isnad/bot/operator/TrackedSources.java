package news.isnad.bot.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceHealth;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * {@code /sources}: what is tracked, for everybody, in pages; {@code /sources word}: those whose
 * name or outlet holds the word. Operators see the numbers too.
 */
record TrackedSources(
    SourceCatalogue catalogue,
    OtherSources others,
    ArticleStore articles,
    Access access,
    Composer composer)
    implements Command {
  private static final int ON_A_PAGE = 15;

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
  }

  @Override
  public Set<String> buttons() {
    return Set.of("sources");
  }

  @Override
  public Reply handle(Request request) {
    String words = request.argument().strip();
    return Reply.say(words.isEmpty() ? page(0, request) : found(words, request));
  }

  @Override
  public Reply pressed(String button, Request request) {
    return request.argument().matches("[0-9]{1,6}")
        ? Reply.edit(page(Integer.parseInt(request.argument()), request))
        : Reply.notice(request.messages().text("button.unknown"));
  }

  private Message page(int asked, Request request) {
    Messages messages = request.messages();
    List<Markup> all = new ArrayList<>(lines(catalogue.health(), request));
    others.followed().forEach(each -> all.add(SourcesInChat.line(each, messages)));
    int last = all.isEmpty() ? 0 : (all.size() - 1) / ON_A_PAGE;
    int page = Math.min(asked, last);
    List<Button> turn = new ArrayList<>();
    if (page > 0) {
      turn.add(Composer.button(messages, "button.previous", "sources", "" + (page - 1)));
    }
    if (page < last) {
      turn.add(Composer.button(messages, "button.next", "sources", "" + (page + 1)));
    }
    int from = page * ON_A_PAGE;
    return composer
        .lines(
            request.language(),
            messages.say(
                all.isEmpty() ? "sources.none" : "sources",
                "sources",
                messages.say("count.sources", "count", all.size()),
                "articles",
                messages.say("count.articles", "count", articles.count())),
            all.subList(from, Math.min(all.size(), from + ON_A_PAGE)))
        .withButtons(turn.isEmpty() ? List.of() : List.of(turn));
  }

  private Message found(String words, Request request) {
    String folded = Folding.fold(words);
    List<Markup> found =
        new ArrayList<>(
            lines(
                catalogue.health().stream().filter(each -> holds(each.source(), folded)).toList(),
                request));
    others.followed().stream()
        .filter(each -> each.holds(folded))
        .forEach(each -> found.add(SourcesInChat.line(each, request.messages())));
    List<Markup> lines = new ArrayList<>(found.subList(0, Math.min(found.size(), ON_A_PAGE)));
    if (found.size() > ON_A_PAGE) {
      lines.add(request.messages().say("sources.more", "count", found.size() - ON_A_PAGE));
    }
    return composer.lines(
        request.language(),
        request.messages().say("sources.found", "words", words, "count", found.size()),
        lines);
  }

  private boolean holds(Source source, String folded) {
    return Folding.fold(source.name()).contains(folded)
        || source.outlet().filter(outlet -> Folding.fold(outlet).contains(folded)).isPresent()
        || catalogue
            .lastBrought(source.id())
            .filter(last -> Folding.fold(last.outlet()).contains(folded))
            .isPresent();
  }

  private List<Markup> lines(List<SourceHealth> sources, Request request) {
    boolean numbers = access.may(request.asker(), Action.OPERATE);
    return sources.stream().map(each -> line(each, numbers, request)).toList();
  }

  private Markup line(SourceHealth health, boolean number, Request request) {
    Source source = health.source();
    Messages messages = request.messages();
    Optional<SourceCatalogue.Brought> last = catalogue.lastBrought(source.id());
    Optional<String> outlet = source.outlet().or(() -> last.map(SourceCatalogue.Brought::outlet));
    Optional<Language> language =
        source.language().or(() -> last.map(SourceCatalogue.Brought::language));
    boolean other = outlet.filter(name -> !name.equalsIgnoreCase(source.name())).isPresent();
    return messages.say(
        "source.line",
        "name",
        source.name(),
        "other",
        other,
        "outlet",
        outlet.orElse(""),
        "known",
        language.isPresent(),
        "language",
        language.map(each -> messages.say("language", "language", each)).orElseGet(Markup::none),
        "state",
        SourceState.of(health, request.now()),
        "numbered",
        number,
        "number",
        Long.toString(source.id()));
  }
}
