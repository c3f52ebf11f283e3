package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.compose.Causes;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.operator.TrialRows.Trial;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.TryOut;
import news.isnad.text.Language;

/** What is said while an address is looked at, and after that. Safe for concurrent use. */
final class TrialWords {
  /** Shorter articles are beginnings. */
  private static final int WHOLE = 800;

  private final SourceCatalogue catalogue;
  private final Composer composer;

  TrialWords(SourceCatalogue catalogue, Composer composer) {
    this.catalogue = requireNonNull(catalogue, "catalogue is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /** How much of the text of articles there is. */
  private enum Body {
    WHOLE,
    BEGINNINGS,
    NONE
  }

  /** Somebody is looking. */
  Message working(Trial trial, Optional<TryOut.Stage> stage) {
    String key =
        "trial.working" + stage.map(each -> "." + each.name().toLowerCase(Locale.ROOT)).orElse("");
    return composer
        .notice(trial.language(), key, "address", trial.address())
        .withButtons(List.of(List.of(cancel(trial))));
  }

  private static Button cancel(Trial trial) {
    return Composer.button(Messages.in(trial.language()), "button.cancel", "trialno", trial.id());
  }

  /** What was found, with a button for each that can be tracked. */
  Message result(Trial trial, TryOut.Trial found) {
    Language language = trial.language();
    if (found.refusal().isPresent()) {
      return refused(found.refusal().get(), language);
    }
    Messages messages = Messages.in(language);
    List<Markup> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    for (int place = 0; place < found.offers().size(); place++) {
      TryOut.Offer offer = found.offers().get(place);
      Optional<Source> tracked = catalogue.find(offer.address().toString());
      lines.add(line(offer, tracked, messages));
      if (tracked.isEmpty()) {
        rows.add(List.of(button(offer, trial.id() + "." + place, messages)));
      }
    }
    found.samples().forEach(sample -> lines.add(line(sample, messages)));
    lines.add(quality(found, messages));
    lines.add(messages.say(rows.isEmpty() ? "trial.nothing" : "trial.ask"));
    rows.add(List.of(cancel(trial)));
    return composer
        .lines(language, messages.say("trial", "address", trial.address()), lines)
        .withButtons(rows);
  }

  /** Nothing can be tracked, and what to do about it. */
  Message refused(TryOut.Refusal refusal, Language language) {
    return composer.notice(
        language,
        "addsource.refused",
        "reason",
        refusal.why(),
        "details",
        Causes.say(refusal.details(), Messages.in(language)));
  }

  private static Markup line(TryOut.Offer offer, Optional<Source> tracked, Messages messages) {
    return messages.say(
        tracked.isPresent() ? "trial.tracked" : "trial.offer",
        "kind",
        offer.kind(),
        "name",
        offer.name(),
        "items",
        offer.items(),
        "known",
        offer.known(),
        "as",
        tracked.map(Source::name).orElse(""));
  }

  private static Button button(TryOut.Offer offer, String id, Messages messages) {
    return switch (offer.kind()) {
      case FEED -> Composer.labelled(offer.name() + " (" + offer.items() + ")", "trialyes", id);
      case PAGE -> Composer.button(messages, "button.page.alone", "trialyes", id);
    };
  }

  private static Markup line(TryOut.Sample sample, Messages messages) {
    return messages.say(
        "trial.sample",
        "title",
        sample.article().title(),
        "characters",
        messages.say("count.characters", "count", sample.characters()),
        "beginning",
        sample.beginning());
  }

  private static Markup quality(TryOut.Trial found, Messages messages) {
    List<Integer> lengths =
        found.samples().stream().map(TryOut.Sample::characters).sorted().toList();
    int usual = lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2);
    return messages.say(
        "trial.quality",
        "languages",
        messages.joined(languages(found, messages)),
        "some",
        !lengths.isEmpty(),
        "body",
        usual == 0 ? Body.NONE : usual < WHOLE ? Body.BEGINNINGS : Body.WHOLE,
        "read",
        lengths.size(),
        "looked",
        lengths.size() + found.without());
  }

  private static List<Markup> languages(TryOut.Trial found, Messages messages) {
    return found.samples().stream()
        .map(sample -> sample.article().language())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .keySet()
        .stream()
        .map(language -> messages.say("language", "language", language))
        .toList();
  }
}
