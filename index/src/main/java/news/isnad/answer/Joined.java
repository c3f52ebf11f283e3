package news.isnad.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.speaker.Upstream;
import news.isnad.text.Span;

/**
 * Units that stand one after another in an article and are quoted as one passage: somebody's words
 * that go on in the next sentence, or neighbouring sentences of the outlet's own. At most {@value
 * #LONGEST} sentences. Immutable.
 */
record Joined(List<Unit> units) {
  static final int LONGEST = 3;

  /** Straight marks open as well as close. */
  private static final String OPENING = "«“\"";

  private static final String CLOSING = "»”";

  Joined {
    units = units.stream().sorted(Comparator.comparingInt(unit -> unit.span().start())).toList();
  }

  static Joined of(Unit unit) {
    return new Joined(List.of(unit));
  }

  Unit first() {
    return units.getFirst();
  }

  /** With another unit, where the two may be quoted as one passage. */
  Optional<Joined> with(Unit other) {
    if (other.view() != first().view()
        || !isSameSource(first(), other)
        || other.first() > last() + 1
        || other.last() < from() - 1
        || Math.max(last(), other.last()) - Math.min(from(), other.first()) >= LONGEST) {
      return Optional.empty();
    }
    List<Unit> all = new ArrayList<>(units);
    all.add(other);
    Joined joined = new Joined(all);
    return joined.isOfOneSpeaker() && !joined.closesBeforeItOpens()
        ? Optional.of(joined)
        : Optional.empty();
  }

  private int from() {
    return units.stream().mapToInt(Unit::first).min().orElseThrow();
  }

  private int last() {
    return units.stream().mapToInt(Unit::last).max().orElseThrow();
  }

  /** The links of a unit, those of its article where it has none of its own. */
  static List<Upstream> upstream(Unit unit) {
    return unit.statement()
        .map(Statement::upstream)
        .orElseGet(() -> ArticleCredit.of(unit.view().statements()));
  }

  private static boolean isSameSource(Unit one, Unit other) {
    return one.statement().map(Statement::kind).equals(other.statement().map(Statement::kind))
        && speaker(one).equals(speaker(other))
        && upstream(one).equals(upstream(other));
  }

  private static Optional<String> speaker(Unit unit) {
    return unit.statement().flatMap(Statement::speaker).map(Speaker::name);
  }

  /** Nobody else speaks between the first word and the last. */
  private boolean isOfOneSpeaker() {
    Span span = span();
    return first().view().statements().stream()
        .filter(statement -> statement.span().overlaps(span))
        .allMatch(statement -> statement.speaker().map(Speaker::name).equals(speaker(first())));
  }

  /** Whether it would begin inside a quotation whose opening mark stands before it. */
  private boolean closesBeforeItOpens() {
    if (isOneQuotation()) {
      return false;
    }
    String words = words();
    for (int i = 0; i < words.length(); i++) {
      char mark = words.charAt(i);
      if (OPENING.indexOf(mark) >= 0) {
        return false;
      }
      if (CLOSING.indexOf(mark) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What is quoted. */
  Span span() {
    if (units.size() == 1 || isOneQuotation()) {
      return new Span(units.getFirst().span().start(), units.getLast().span().end());
    }
    int start = first().view().sentences().get(from()).span().start();
    int end = first().view().sentences().get(last()).span().end();
    for (Unit unit : units) {
      start = Math.min(start, unit.span().start());
      end = Math.max(end, unit.span().end());
    }
    return new Span(start, end);
  }

  /** Somebody's own words alone, with nothing but marks and blanks between them. */
  private boolean isOneQuotation() {
    if (units.stream().anyMatch(unit -> speech(unit) != Speech.DIRECT)) {
      return false;
    }
    String text = first().view().edition().text();
    for (int i = 1; i < units.size(); i++) {
      int end = units.get(i - 1).span().end();
      int start = units.get(i).span().start();
      if (start > end && text.substring(end, start).codePoints().anyMatch(Character::isLetter)) {
        return false;
      }
    }
    return true;
  }

  /** A quotation with the "she said" that stands in its middle is quoted in part only. */
  Speech speech() {
    List<Speech> each = units.stream().map(Joined::speech).distinct().toList();
    boolean interrupted = each.contains(Speech.DIRECT) && !isOneQuotation();
    return each.size() > 1 || interrupted ? Speech.MIXED : each.getFirst();
  }

  private static Speech speech(Unit unit) {
    return unit.statement().map(Statement::speech).orElse(Speech.NONE);
  }

  String words() {
    return span().of(first().view().edition().text());
  }
}
