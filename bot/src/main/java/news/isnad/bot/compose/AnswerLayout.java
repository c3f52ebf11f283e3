package news.isnad.bot.compose;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Coverage;
import news.isnad.answer.Searched;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.question.Reading;
import news.isnad.text.Language;

/** Lays out answers. Immutable. */
final class AnswerLayout {
  private final ZoneId zone;
  private final Names names;

  AnswerLayout(ZoneId zone, Names names) {
    this.zone = zone;
    this.names = names;
  }

  /** Quotation, speaker, source, the other side, further passages, reading, coverage. */
  Message found(Answer.Found found, String id, Readings readings, AnswerLength length) {
    boolean full = length == AnswerLength.FULL;
    Messages messages = Messages.in(found.reading().language());
    Language language = messages.language();
    Attributions attributions = new Attributions(messages, zone, names);
    Citation first = found.citations().getFirst();
    Html html = new Html();
    html.line(language, attributions.lead(first, Readings.topic(found.reading())));
    PassageLayout.quote(
        html,
        first,
        full ? PassageLayout.LONGEST_QUOTATION : PassageLayout.LONGEST_FURTHER,
        messages);
    html.line(language, attributions.who(first));
    html.line(language, attributions.source(first));
    found.otherSide().ifPresent(other -> otherSide(html, other, attributions, language));
    if (full) {
      further(html, found.citations(), attributions, language);
    }
    html.gap();
    html.line(language, Markup.italic(readings.line()));
    html.line(language, coverage(found, messages));
    List<List<Button>> rows = new ArrayList<>(buttons(found, id, messages, length));
    rows.addAll(rows.size() - 1, readings.buttons(id, false));
    return Message.of(html.html()).withButtons(rows);
  }

  /** Somebody else denies it: said with a label of its own, so that nobody reads one for both. */
  private static void otherSide(
      Html html, Citation other, Attributions attributions, Language language) {
    html.gap();
    html.line(language, Markup.bold(attributions.otherSide(other)));
    html.quotation(Quotations.of(other, PassageLayout.LONGEST_FURTHER).lines());
    html.line(language, attributions.who(other));
    html.line(language, attributions.source(other));
  }

  private static void further(
      Html html, List<Citation> citations, Attributions attributions, Language language) {
    List<Html.Line> lines = new ArrayList<>();
    for (Citation next :
        citations.subList(1, Math.min(Composer.PASSAGES_SHOWN, citations.size()))) {
      if (!lines.isEmpty()) {
        lines.add(new Html.Line(language, Markup.none()));
      }
      lines.addAll(Quotations.of(next, PassageLayout.LONGEST_FURTHER).lines());
      lines.add(new Html.Line(language, attributions.further(next)));
    }
    html.expandable(lines);
  }

  private static List<List<Button>> buttons(
      Answer.Found found, String id, Messages messages, AnswerLength length) {
    boolean full = length == AnswerLength.FULL;
    List<Button> about = new ArrayList<>();
    about.add(Composer.button(messages, "button.context", "context", id));
    if (found.citations().size() > (full ? Composer.PASSAGES_SHOWN : 1)) {
      about.add(Composer.button(messages, "button.more", full ? "more" : "rest", id));
    }
    about.add(Composer.button(messages, "button.alertme", "alertme", id));
    return List.of(about, judgement(id, messages));
  }

  private static List<Button> judgement(String id, Messages messages) {
    return List.of(
        Composer.button(messages, "button.helpful", "good", id),
        Composer.button(messages, "button.unhelpful", "bad", id));
  }

  /** Nothing: how much was searched, how the question was read, and what may be done. */
  Message notFound(Answer.NotFound nothing, String id, Readings readings) {
    Reading reading = nothing.reading();
    Messages messages = Messages.in(reading.language());
    Language language = messages.language();
    Html html = new Html();
    html.line(
        language,
        reading
            .speaker()
            .map(asked -> messages.say("notfound.speaker", "speaker", asked.name()))
            .orElseGet(() -> messages.say("notfound")));
    html.line(language, searched(nothing.searched(), reading, messages));
    html.line(language, Markup.italic(readings.line()));
    List<List<Button>> rows = new ArrayList<>();
    if (nothing.nearest().isPresent()) {
      rows.add(List.of(Composer.button(messages, "button.nearest", "nearest", id)));
    }
    rows.add(List.of(Composer.button(messages, "button.await", "await", id)));
    rows.addAll(readings.buttons(id, true));
    rows.add(judgement(id, messages));
    return Message.of(html.html()).withButtons(rows);
  }

  private Markup coverage(Answer.Found found, Messages messages) {
    return counted("coverage", found.searched(), messages, Optional.of(found.coverage()));
  }

  private Markup searched(Searched searched, Reading reading, Messages messages) {
    if (searched.articles() > 0) {
      return counted("searched", searched, messages, Optional.empty());
    }
    boolean dated = reading.from().isPresent() || reading.to().isPresent();
    return messages.say(dated ? "searched.nothing.period" : "searched.nothing");
  }

  private Markup counted(
      String key, Searched searched, Messages messages, Optional<Coverage> coverage) {
    Markup none = Markup.none();
    boolean dated = searched.from().isPresent() && searched.to().isPresent();
    return messages.say(
        dated ? key + ".period" : key,
        "outlets",
        messages.say("count.outlets", "count", coverage.map(Coverage::outlets).orElse(0)),
        "reports",
        messages.say("count.reports", "count", coverage.map(Coverage::reports).orElse(0)),
        "articles",
        messages.say("count.articles", "count", searched.articles()),
        "sources",
        messages.say("count.sources", "count", searched.sources()),
        "from",
        searched.from().map(from -> messages.date(from, zone)).orElse(none),
        "to",
        searched.to().map(to -> messages.date(Readings.lastMoment(to, zone), zone)).orElse(none));
  }
}
