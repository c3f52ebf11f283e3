package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.ArticleReading.Voice;
import news.isnad.speaker.Credits.Credit;
import news.isnad.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of what was heard: spans, kind of speech, upstream.
 *
 * <ul>
 *   <li>A quotation beside its cue, with little else in the sentence, is direct; a quoted part of a
 *       reported sentence makes it mixed.
 *   <li>Several speakers in one sentence divide it where the later cue's clause begins.
 *   <li>A medium that is credited is upstream, and speaks only if nobody else does.
 * </ul>
 *
 * <p>Confined to one thread, used once.
 */
final class Statements {
  private static final int LEAD = 8;

  private final RuleAttribution.Grammar grammar;
  private final KnownNames known;
  private final Edition edition;
  private final List<Line> lines;
  private final List<List<Voice>> voices;
  private final List<@Nullable Person> continued;
  private final List<List<Credit>> credits = new ArrayList<>();
  private final List<Upstream> ofArticle = new ArrayList<>();
  private final Map<Person, List<Upstream>> ofPerson = new LinkedHashMap<>();

  Statements(
      RuleAttribution.Grammar grammar,
      KnownNames known,
      Edition edition,
      List<Line> lines,
      List<List<Voice>> voices,
      List<@Nullable Person> continued) {
    this.grammar = grammar;
    this.known = known;
    this.edition = edition;
    this.lines = lines;
    this.voices = voices;
    this.continued = continued;
  }

  List<Statement> all() {
    readCredits();
    List<Statement> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Person going = continued.get(i);
      if (going != null) {
        Line line = lines.get(i);
        Span words =
            line.pieces().isEmpty()
                ? line.span()
                : new Span(
                    line.pieces().getFirst().span().start(), line.pieces().getLast().span().end());
        found.add(said(words, line.span(), Speech.DIRECT, going, i));
      } else {
        statements(i, found);
      }
    }
    return found;
  }

  private void readCredits() {
    int reports = 0;
    boolean early = false;
    for (int i = 0; i < lines.size(); i++) {
      List<Credit> here = new ArrayList<>();
      for (Credit credit : grammar.credits().in(lines.get(i))) {
        if (!isOwn(credit.upstream())) {
          here.add(credit);
        }
      }
      credits.add(here);
      for (Credit credit : here) {
        if (credit.report()) {
          reports++;
          early |= i <= 3;
          if (ofArticle.stream().noneMatch(known -> same(known, credit.upstream()))) {
            ofArticle.add(credit.upstream());
          }
          for (Voice voice : voices.get(i)) {
            ofPerson
                .computeIfAbsent(voice.person(), person -> new ArrayList<>())
                .add(credit.upstream());
          }
        }
      }
    }
    boolean whole =
        ofArticle.size() == 1 && reports >= 1 && (isReportOfReport() || (reports >= 3 && early));
    if (!whole) {
      ofArticle.clear();
    }
  }

  /** The lead speaks of "a report" and names no other source. */
  private boolean isReportOfReport() {
    for (int i = 0; i < Math.min(LEAD, lines.size()); i++) {
      Line line = lines.get(i);
      for (int t = 0; t < Math.min(12, line.size()); t++) {
        String key = line.key(t);
        if (key.equals("report")
            || key.equals("تقرير")
            || key.equals("التقرير")
            || key.equals("المصدر")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOwn(Upstream upstream) {
    String own = Outlets.key(edition.outlet());
    String name = Outlets.key(upstream.name());
    return own.equals(name)
        || name.endsWith(" " + own)
        || own.replaceAll("\\.(com|net|org|co\\.uk)$", "").equals(name);
  }

  private static boolean same(Upstream a, Upstream b) {
    return a.entity().isPresent()
        ? a.entity().equals(b.entity())
        : Outlets.key(a.name()).equals(Outlets.key(b.name()));
  }

  private void statements(int index, List<Statement> found) {
    Line line = lines.get(index);
    List<Voice> all = voices.get(index);
    List<Voice> speaking = withoutMedia(all);
    List<Voice> merged = new ArrayList<>();
    for (Voice voice : speaking) {
      Voice before = merged.isEmpty() ? null : merged.getLast();
      boolean same =
          before != null
              && before.person() == voice.person()
              && before.find().rule().silent() == voice.find().rule().silent();
      if (!same) {
        merged.add(voice);
      }
    }
    for (int v = 0; v < merged.size(); v++) {
      Voice voice = merged.get(v);
      int from = v == 0 ? 0 : clauseStart(line, voice, merged.get(v - 1));
      int to = v + 1 < merged.size() ? clauseStart(line, merged.get(v + 1), voice) : line.size();
      if (merged.size() > 1 && from >= to) {
        from = 0;
        to = line.size();
      }
      if (voice.find().rule().silent()) {
        int start = merged.size() == 1 ? voiceStart(line, voice) : from;
        found.add(
            new Statement(
                trimmed(line, start, to, true),
                line.span(),
                Statement.Kind.SILENT,
                Speech.NONE,
                Optional.of(speaker(voice.person())),
                upstream(index, voice.person())));
        continue;
      }
      said(line, index, voice, speaking, from, to, merged.size() == 1, found);
    }
  }

  private void said(
      Line line,
      int index,
      Voice voice,
      List<Voice> speaking,
      int from,
      int to,
      boolean alone,
      List<Statement> found) {
    List<Line.Piece> pieces = new ArrayList<>();
    int quotedWords = 0;
    for (Line.Piece piece : line.pieces()) {
      if ((piece.from() >= from && piece.from() < to) || (piece.to() > from && piece.to() <= to)) {
        pieces.add(piece);
        quotedWords += piece.size();
      }
    }
    List<Line.Piece> direct = new ArrayList<>();
    int group = 0;
    for (Voice each : speaking) {
      if (each.person() == voice.person() || alone) {
        group += each.find().to() - each.find().from();
        for (Line.Piece piece : pieces) {
          if (isBeside(line, each.find(), piece) && !direct.contains(piece)) {
            direct.add(piece);
          }
        }
      }
    }
    int outside = 0;
    for (int i = from; i < to; i++) {
      if (!line.isQuoted(i) && line.isWord(i)) {
        outside++;
      }
    }
    int rest = outside - group;
    boolean isDirect =
        !direct.isEmpty()
            && (direct.stream().mapToInt(Line.Piece::size).sum() >= 4)
            && rest <= Math.max(8, quotedWords * 0.8);
    if (isDirect) {
      for (Line.Piece piece : pieces) {
        if (direct.contains(piece) || piece.size() >= 4) {
          found.add(said(piece.span(), line.span(), Speech.DIRECT, voice.person(), index));
        }
      }
      return;
    }
    boolean mixed = !pieces.isEmpty() || colonBehind(line, voice.find());
    Span span = alone ? line.span() : trimmed(line, from, to, false);
    found.add(
        said(span, line.span(), mixed ? Speech.MIXED : Speech.REPORTED, voice.person(), index));
  }

  private static boolean colonBehind(Line line, Find find) {
    return line.key(find.to()).equals(":") || line.key(find.cueTo()).equals(":");
  }

  /** A quotation right behind the cue (or a colon), or right before it. */
  private static boolean isBeside(Line line, Find find, Line.Piece piece) {
    int end = Math.max(find.to(), find.cueTo());
    if (piece.from() >= end) {
      int opening = piece.from() - 1;
      int gap = 0;
      boolean that = false;
      for (int i = end; i < opening; i++) {
        gap += line.isWord(i) ? 1 : 0;
        String key = line.key(i);
        that |=
            key.equals("that")
                || key.equals("ان")
                || key.equals("انه")
                || key.equals("انها")
                || key.equals("بان")
                || key.equals("بانه");
      }
      String before = line.key(opening - 1);
      boolean announced = before.equals(":") || before.equals(",") || before.equals("،");
      return !that
          && (gap == 0
              || (gap <= 3 && !announced && piece.size() >= 6)
              || (announced && gap <= 16));
    }
    if (piece.to() <= find.from()) {
      int gap = 0;
      for (int i = piece.to(); i < find.from(); i++) {
        gap += line.isWord(i) ? 1 : 0;
      }
      return gap <= 2;
    }
    return false;
  }

  /** A medium is upstream; it speaks only where nobody else does. */
  private List<Voice> withoutMedia(List<Voice> all) {
    List<Voice> others = all.stream().filter(voice -> !isMedium(voice)).toList();
    boolean someoneSaid = others.stream().anyMatch(voice -> !voice.find().rule().silent());
    return someoneSaid || others.size() == all.size() ? others : all;
  }

  private boolean isMedium(Voice voice) {
    return grammar.credits().isOutlet(voice.person().name())
        || credits.get(voice.index()).stream()
            .anyMatch(
                credit ->
                    Outlets.key(credit.upstream().name())
                        .equals(Outlets.key(voice.person().name())));
  }

  private static int voiceStart(Line line, Voice voice) {
    int at = voice.find().from();
    while (at > 0 && !line.isMark(at - 1) && !line.isQuote(at - 1)) {
      at--;
    }
    return at;
  }

  /** Where the clause of a later voice begins: behind the last comma or quotation before it. */
  private static int clauseStart(Line line, Voice voice, Voice before) {
    int at = Math.min(voice.find().from(), voice.find().cueFrom());
    int floor = before.find().cueTo();
    int stop = at;
    while (stop > floor && !line.isMark(stop - 1) && !line.isQuote(stop - 1)) {
      stop--;
    }
    return stop > floor ? stop : Math.max(at, floor);
  }

  private static Span trimmed(Line line, int from, int to, boolean point) {
    int start = from;
    int end = to;
    while (start < end - 1
        && (line.isMark(start) || (line.isQuote(start) && !line.isQuoted(start + 1)))) {
      start++;
    }
    while (end > start + 1
        && ((line.isMark(end - 1) && (point || !line.key(end - 1).equals(".")))
            || (line.isQuote(end - 1) && !line.isQuoted(end - 2)))) {
      end--;
    }
    return line.spanOf(start, end);
  }

  private Statement said(Span span, Span sentence, Speech speech, Person person, int index) {
    return new Statement(
        span,
        sentence,
        Statement.Kind.SAID,
        speech,
        Optional.of(speaker(person)),
        upstream(index, person));
  }

  private Speaker speaker(Person person) {
    Optional<String> entity = person.known().map(KnownName::id);
    boolean anonymous =
        person.kind() == Mention.Kind.ANONYMOUS || person.kind() == Mention.Kind.ROLE;
    return new Speaker(
        person.name(), person.role(), entity, institution(person, entity), anonymous);
  }

  /** What an official, a spokesperson or an anonymous source speaks for. */
  private Optional<String> institution(Person person, Optional<String> entity) {
    String words =
        switch (person.kind()) {
          case PERSON -> person.role().orElse("");
          case ROLE, ANONYMOUS, SOMEBODY -> person.name();
          case BODY, BODY_NOUN -> "";
        };
    Optional<String> named =
        known.mentions(words, grammar.language()).stream()
            .map(news.isnad.lexicon.Mention::name)
            .filter(name -> name.kind() != Kind.PERSON && name.kind() != Kind.PLACE)
            .map(KnownName::id)
            .findFirst();
    return named.isPresent() || entity.isEmpty()
        ? named
        : known.byId(entity.get()).flatMap(name -> name.of().stream().findFirst());
  }

  private List<Upstream> upstream(int index, Person person) {
    List<Upstream> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Credit credit : credits.get(index)) {
      add(found, seen, credit.upstream());
    }
    for (Upstream upstream : ofPerson.getOrDefault(person, List.of())) {
      add(found, seen, upstream);
    }
    for (Upstream upstream : ofArticle) {
      add(found, seen, upstream);
    }
    return found;
  }

  private static void add(List<Upstream> found, Set<String> seen, Upstream upstream) {
    if (seen.add(upstream.entity().orElse(Outlets.key(upstream.name())))) {
      found.add(upstream);
    }
  }
}
