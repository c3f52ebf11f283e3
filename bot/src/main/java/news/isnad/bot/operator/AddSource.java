package news.isnad.bot.operator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Outside;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.TrialRows.State;
import news.isnad.bot.operator.TrialRows.Trial;
import news.isnad.ingest.TryOut;
import news.isnad.text.Graphemes;

/**
 * {@code /addsource ADDRESS [name]}: the address is looked at ({@link SourceTrials}), and what is
 * found there is tracked by a button only, by whoever asked.
 */
record AddSource(
    SourceTrials trials, SourceCatalogue catalogue, Audit audit, Composer composer, ShortIds ids)
    implements OperatorCommand {
  /** What is said of who added a source; the audit knows more. */
  static final String ADDED_BY = "chat";

  private static final int LONGEST_ADDRESS = 2000;
  private static final int LONGEST_NAME = 80;
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern CHOICE = Pattern.compile("([A-Za-z0-9_-]{11})\\.(0|[1-9][0-9]?)");

  @Override
  public String name() {
    return "addsource";
  }

  @Override
  public Set<String> buttons() {
    return Set.of("trialyes", "trialno");
  }

  @Override
  public Reply handle(Request request) {
    String[] typed = request.argument().strip().split("\\s+", 2);
    if (typed[0].isEmpty()) {
      return prompt(request);
    }
    Optional<URI> address = address(typed[0]);
    if (address.isEmpty()) {
      return Reply.say(
              trials
                  .words()
                  .refused(new TryOut.Refusal(TryOut.Why.ADDRESS, typed[0]), request.language()))
          .again(request);
    }
    Optional<TryOut.Refusal> refusal = trials.refusal(address.get().toString());
    if (refusal.isPresent()) {
      return Reply.say(trials.words().refused(refusal.get(), request.language())).again(request);
    }
    Optional<Source> known = catalogue.find(address.get().toString());
    if (known.isPresent()) {
      return say(request, "addsource.known", "name", known.get().name());
    }
    Optional<String> name = typed.length > 1 ? Optional.of(typed[1]) : Optional.empty();
    return begun(trial(address.get(), name, request));
  }

  private Reply begun(Trial trial) {
    return Reply.say(trials.words().working(trial, Optional.empty()))
        .keeping(handle -> trials.rows().ask(handle, trial));
  }

  private Trial trial(URI address, Optional<String> name, Request request) {
    return new Trial(
        ids.next(),
        request.chat(),
        request.person(),
        request.updateId(),
        request.keyOf(0),
        address.toString(),
        name.map(AddSource::clean).filter(each -> !each.isEmpty()),
        request.language(),
        State.ASKED,
        request.now());
  }

  /** An address with a scheme, or a host as people type it. */
  private static Optional<URI> address(String typed) {
    if (typed.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    boolean whole = SCHEME.matcher(typed).matches();
    if (!whole && !typed.contains(".")) {
      return Optional.empty();
    }
    try {
      URI address = new URI(whole ? typed : "https://" + typed);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  /** A name as it can stand in lists. */
  static String clean(String name) {
    String line = Outside.line(name).strip();
    return Graphemes.beginning(line, LONGEST_NAME).strip();
  }

  @Override
  public Reply pressed(String button, Request request) {
    boolean chosen = button.equals("trialyes");
    Matcher choice = CHOICE.matcher(request.argument());
    String id = chosen && choice.matches() ? choice.group(1) : request.argument();
    Optional<Trial> trial = trials.rows().find(id).filter(found -> found.chat() == request.chat());
    if (trial.isEmpty()) {
      return unknown(request);
    }
    if (trial.get().person() != request.person()) {
      return notice(request, "button.others");
    }
    if (trial.get().isOver(request.now())) {
      return notice(request, "trial.over");
    }
    return switch (trial.get().state()) {
      case ADDED, DROPPED -> notice(request, "trial.decided");
      case ASKED -> chosen ? unknown(request) : dropped(trial.get(), request);
      case SHOWN ->
          chosen
              ? trials
                  .rows()
                  .offer(id, choice.matches() ? Integer.parseInt(choice.group(2)) : 0)
                  .map(offer -> chosen(trial.get(), offer, request))
                  .orElseGet(() -> unknown(request))
              : dropped(trial.get(), request);
    };
  }

  private Reply dropped(Trial trial, Request request) {
    return edit(request, "trial.dropped", "address", trial.address())
        .keeping(handle -> trials.rows().move(handle, trial.id(), trial.state(), State.DROPPED));
  }

  private Reply chosen(Trial trial, TryOut.Offer offer, Request request) {
    Optional<Source> known = catalogue.find(offer.address().toString());
    if (known.isPresent()) {
      return edit(request, "addsource.known", "name", known.get().name())
          .keeping(handle -> trials.rows().move(handle, trial.id(), State.SHOWN, State.ADDED));
    }
    String wanted = trial.name().orElseGet(() -> clean(offer.name()));
    String name =
        catalogue.freeName(wanted.isEmpty() ? String.valueOf(offer.address().getHost()) : wanted);
    return edit(request, "addsource.added", "name", name, "items", offer.items())
        .keeping(
            handle -> {
              trials.rows().move(handle, trial.id(), State.SHOWN, State.ADDED);
              if (catalogue.add(name, offer.address(), offer.kind(), Optional.empty(), ADDED_BY)
                  instanceof Addition.Added) {
                audit.write(handle, request.person(), Deed.ADD_SOURCE, offer.address().toString());
              }
            });
  }
}
