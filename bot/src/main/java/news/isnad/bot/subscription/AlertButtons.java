package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Listed;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.speaker.Speech;
import news.isnad.text.Span;

/**
 * The buttons under an alert. What a press changes is stored; the message follows, in the one place
 * that changes messages of alerts, so that two changes never overtake each other.
 *
 * <p>Reading the context and taking a story on is for everybody in a chat; what is told there is
 * for whoever arranges it. Safe for concurrent use.
 */
final class AlertButtons {
  static final Set<String> BUTTONS =
      Set.of("actx", "onit", "offit", "mute", "unmute", "deaf", "hear", "snooze", "wake");

  private static final Set<String> FOR_EVERYBODY = Set.of("actx", "onit", "offit");
  private static final Duration SNOOZE = Duration.ofHours(3);
  private static final Span NOTHING = new Span(0, 0);

  private final AlertStore store;
  private final Schedules schedules;
  private final Subscriptions subscriptions;
  private final ArticleStore articles;
  private final AlertText text;
  private final Composer composer;
  private final Access access;

  AlertButtons(Alerts.Parts parts, AlertText text, Access access) {
    this.store = parts.store();
    this.schedules = parts.schedules();
    this.subscriptions = parts.subscriptions();
    this.articles = parts.articles();
    this.composer = parts.composer();
    this.text = requireNonNull(text, "text is null");
    this.access = requireNonNull(access, "access is null");
  }

  static Action action(String button) {
    return FOR_EVERYBODY.contains(button) ? Action.ASK : Action.ARRANGE;
  }

  Reply pressed(String button, Request request) {
    return store
        .find(request.argument(), request.chat())
        .map(alert -> pressed(button, alert, request))
        .orElseGet(() -> notice(request, "notice.forgotten"));
  }

  private Reply pressed(String button, Alert alert, Request request) {
    Instant now = request.now();
    return switch (button) {
      case "actx" -> context(alert, request);
      case "onit" -> claim(alert, request);
      case "offit" -> release(alert, request);
      case "mute", "unmute" -> {
        boolean mute = button.equals("mute");
        yield notice(request, mute ? "notice.muted" : "notice.unmuted")
            .keeping(store.mute(alert.id(), mute, now));
      }
      case "deaf", "hear" -> outlet(button.equals("deaf"), alert, request);
      case "snooze" ->
          changed(
              alert,
              "notice.snoozed",
              schedules.snooze(alert.subscription(), now.plus(SNOOZE)),
              request);
      default ->
          changed(
              alert,
              "notice.awake",
              schedules.wake(alert.subscription(), due(alert, now)),
              request);
    };
  }

  /** When something that comes now would be told of. */
  private Instant due(Alert alert, Instant now) {
    ChatSchedule hours = schedules.of(alert.chat());
    return subscriptions
        .find(alert.subscription(), alert.chat())
        .flatMap(found -> hours.of(found).next(now, hours.zone()))
        .or(() -> Optional.of(now))
        .map(hours::afterQuiet)
        .orElse(now);
  }

  private Reply changed(Alert alert, String notice, Change change, Request request) {
    return notice(request, notice).keeping(change).keeping(store.shown(alert.id(), request.now()));
  }

  private Reply context(Alert alert, Request request) {
    Optional<Edition> edition = articles.edition(alert.edition());
    if (edition.isEmpty()) {
      return notice(request, "button.gone");
    }
    Citation citation =
        text.quotation(alert)
            .orElseGet(
                () ->
                    new Citation(
                        edition.get(),
                        beginning(edition.get()),
                        Speech.NONE,
                        Optional.empty(),
                        List.of(),
                        1));
    return Reply.say(
            composer.context(citation, articles.standing(alert.edition()), request.language()))
        .keeping(Listed.in(request, request.language(), List.of(alert.edition())));
  }

  /** Where nobody is quoted, the context is what the article begins with. */
  private static Span beginning(Edition edition) {
    return news.isnad.text.Sentences.of(edition.text(), edition.language()).stream()
        .findFirst()
        .orElse(NOTHING);
  }

  private Reply claim(Alert alert, Request request) {
    if (alert.claimer().isPresent() && alert.claimer().get() != request.person()) {
      return notice(
          request,
          "notice.onit.other",
          "name",
          alert.claimed().filter(n -> !n.isBlank()).orElse("…"));
    }
    String name = request.asker().person().firstName();
    return notice(request, "notice.onit")
        .keeping(
            store.claim(alert.id(), request.person(), name.isBlank() ? "…" : name, request.now()));
  }

  private Reply release(Alert alert, Request request) {
    boolean own = alert.claimer().filter(by -> by == request.person()).isPresent();
    if (alert.claimer().isPresent() && !own && !access.may(request.asker(), Action.ARRANGE)) {
      return notice(
          request,
          "notice.offit.other",
          "name",
          alert.claimed().filter(n -> !n.isBlank()).orElse("…"));
    }
    return notice(request, "notice.offit")
        .keeping(store.claim(alert.id(), null, null, request.now()));
  }

  private Reply outlet(boolean deaf, Alert alert, Request request) {
    return articles
        .edition(alert.edition())
        .map(
            edition ->
                changed(
                    alert,
                    deaf ? "notice.deaf" : "notice.hear",
                    schedules.mute(request.chat(), edition.outlet(), deaf),
                    request))
        .orElseGet(() -> notice(request, "button.gone"));
  }

  private static Reply notice(Request request, String key, Object... namesAndValues) {
    return Reply.notice(request.messages().text(key, namesAndValues));
  }
}
