package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.ArticleReading.Voice;
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
  /** Words behind the speaker who ends a sentence: "on Monday". */
  private static final int MOST_BEHIND = 4;

  private final RuleAttribution.Grammar grammar;
  private final KnownNames known;
  private final List<Line> lines;
  private final List<List<Voice>> voices;
  private final List<@Nullable Person> continued;
  private final CreditReach reach;

  Statements(
      RuleAttribution.Grammar grammar,
      KnownNames known,
      Edition edition,
      List<Line> lines,
      List<List<Voice>> voices,
      List<@Nullable Person> continued) {
    this.grammar = grammar;
    this.known = known;
    this.lines = lines;
    this.voices = voices;
    this.continued = continued;
    this.reach = new CreditReach(grammar, edition, lines, voices, continued);
  }

  List<Statement> all() {
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
    if (merged.size() > 1 && isOutermost(line, merged.getLast())) {
      merged = List.of(merged.getLast());
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

  /** "A said that ..., B testified.": all of it is what B said. */
  private boolean isOutermost(Line line, Voice last) {
    Find find = last.find();
    boolean somebody = !isPaper(last.person());
    int behind = 0;
    for (int i = Math.max(find.to(), find.cueTo()); i < line.size(); i++) {
      behind += line.isWord(i) ? 1 : 0;
    }
    boolean credit = find.rule().slot() == Rule.Slot.OBJECT && namesOutlet(line, find);
    boolean inserted = // "..., according to the chief, to destroy it"
        find.rule().slot() == Rule.Slot.OBJECT
            && (line.key(find.to()).equals(",") || line.key(find.to()).equals("،"))
            && line.isWord(find.to() + 1);
    return somebody
        && !inserted
        && !credit
        && !find.rule().silent()
        && !find.contentAfter()
        && line.pieces().isEmpty()
        && behind <= MOST_BEHIND;
  }

  /** "according to Lena Maroth of the New York Times". */
  private boolean namesOutlet(Line line, Find find) {
    if (find.subject() instanceof Find.Subject.Phrase who) {
      for (int i = who.from(); i < who.to(); i++) {
        if (grammar.credits().isOutlet(line.words(i, who.to()))) {
          return true;
        }
      }
    }
    return false;
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
    boolean announced = false;
    for (Voice each : speaking) {
      if (each.person() == voice.person() || alone) {
        group += each.find().to() - each.find().from();
        for (Line.Piece piece : pieces) {
          if (isBeside(line, each.find(), piece) && !isInReport(line, speaking, piece)) {
            announced |= isAnnounced(line, each.find(), piece);
            if (!direct.contains(piece)) {
              direct.add(piece);
            }
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
    int directWords = direct.stream().mapToInt(Line.Piece::size).sum();
    int first = direct.stream().mapToInt(Line.Piece::from).min().orElse(0);
    boolean reports =
        speaking.stream()
            .anyMatch(
                each ->
                    each.person() == voice.person()
                        && each.find().cueTo() < first
                        && takesThat(line, each.find()));
    boolean enough =
        announced
            ? directWords >= 1 && rest <= Math.max(16, quotedWords * 0.8)
            : directWords >= 4 && rest <= Math.max(8, quotedWords * 0.8);
    boolean isDirect = enough && !reports;
    if (isDirect) {
      for (Line.Piece piece : pieces) {
        if (direct.contains(piece) || (piece.size() >= 4 && !isInReport(line, speaking, piece))) {
          found.add(said(piece.span(), line.span(), Speech.DIRECT, voice.person(), index));
        }
      }
      return;
    }
    boolean mixed =
        pieces.stream().anyMatch(piece -> !isName(line, piece)) || colonBehind(line, voice.find());
    Span span = alone ? line.span() : trimmed(line, from, to, false);
    found.add(
        said(span, line.span(), mixed ? Speech.MIXED : Speech.REPORTED, voice.person(), index));
  }

  private static boolean colonBehind(Line line, Find find) {
    return isOpenColon(line, find.to()) || isOpenColon(line, find.cueTo());
  }

  /** «قال إن», "said that", before any colon or quotation. */
  private static boolean takesThat(Line line, Find find) {
    int end = Math.max(find.to(), find.cueTo());
    for (int i = end; i < Math.min(line.size(), end + 7); i++) {
      if (line.isQuote(i) || line.key(i).equals(":")) {
        return false;
      }
      if (line.isWord(i) && isThat(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** A colon with words of their own behind it; «قال: إن» reports. */
  private static boolean isOpenColon(Line line, int at) {
    return line.key(at).equals(":") && !isThat(line, at + 1);
  }

  private static boolean isThat(Line line, int index) {
    return line.key(index).equals("that") || ArabicWords.isThat(line, index);
  }

  /** A colon stands between the speaker and the quotation; or the quotation before "said X". */
  private static boolean isAnnounced(Line line, Find find, Line.Piece piece) {
    if (piece.to() <= find.from()) {
      return !find.contentAfter() && piece.size() >= 3;
    }
    int opening = piece.implied() ? piece.from() : piece.from() - 1;
    return line.key(opening - 1).equals(":");
  }

  /** «أكد أن العرض "جيد"، داعيا»: the quotation is part of what an earlier cue reports. */
  private static boolean isInReport(Line line, List<Voice> speaking, Line.Piece piece) {
    for (Voice voice : speaking) {
      int end = Math.max(voice.find().to(), voice.find().cueTo());
      if (end >= piece.from() || piece.from() - end > 30) {
        continue;
      }
      boolean that = false;
      for (int i = end; i < piece.from(); i++) {
        String key = line.key(i);
        if (key.equals(":") || line.isQuoted(i)) {
          that = false;
        } else if (line.isWord(i)) {
          that |= isThat(line, i);
        }
      }
      if (that) {
        return true;
      }
    }
    return false;
  }

  /** «شركة "الأفق"», "the film 'Harbour'": a short quotation behind a noun is its name. */
  private boolean isName(Line line, Line.Piece piece) {
    if (piece.size() > 4 || !piece.opens() || !piece.closes()) {
      return false;
    }
    boolean inName =
        line.knownAt(piece.from())
            .filter(named -> named.from() <= piece.from() && piece.to() <= named.to())
            .isPresent();
    boolean figure = piece.size() == 1 && line.token(piece.from()).kind() == Token.Kind.NUMBER;
    String printed = line.key(piece.from() - 2);
    String before = ArabicWords.stripped(printed);
    boolean body = !printed.startsWith("ال") && grammar.words().has("body", before);
    return inName
        || figure
        || body
        || grammar.words().has("titled", before)
        || grammar.words().has("titled", printed)
        || grammar.words().has("outlet-noun", before);
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
        that |= line.isWord(i) && isThat(line, i);
      }
      String before = line.key(opening - 1);
      boolean announced = before.equals(":") || before.equals(",") || before.equals("،");
      return !that
          && (gap == 0
              || (gap <= 3 && !announced && piece.size() >= 6)
              || (announced && gap <= 16));
    }
    if (piece.to() <= find.from()) {
      int gap = line.pieces().getFirst().equals(piece) && wordsBefore(line, piece) > 2 ? 3 : 0;
      for (int i = piece.to(); i < find.from(); i++) {
        gap += line.isWord(i) ? 1 : 0;
      }
      return gap <= 2;
    }
    return false;
  }

  private static int wordsBefore(Line line, Line.Piece piece) {
    int words = 0;
    for (int i = 0; i < piece.from(); i++) {
      words += line.isWord(i) ? 1 : 0;
    }
    return words;
  }

  /** A medium is upstream; it speaks only where nobody else does. */
  private List<Voice> withoutMedia(List<Voice> all) {
    if (all.isEmpty()) {
      return all;
    }
    List<Voice> others =
        all.stream().filter(voice -> !isMedium(voice) && !isReportOf(voice)).toList();
    boolean someoneSaid = others.stream().anyMatch(voice -> !voice.find().rule().silent());
    return someoneSaid || others.size() == all.size() ? others : all;
  }

  /** "According to a report from Karo News, the lawyer said": the lawyer did. */
  private boolean isReportOf(Voice voice) {
    return voice.find().rule().slot() == Rule.Slot.OBJECT && isPaper(voice.person());
  }

  private boolean isPaper(Person person) {
    for (String word : Cast.key(person.name()).split(" ", -1)) {
      if (grammar.words().has("paper", word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMedium(Voice voice) {
    return grammar.credits().isOutlet(voice.person().name())
        || reach.at(voice.index()).stream()
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
    Optional<String> named = words.isEmpty() ? Optional.empty() : institutionIn(words);
    return named.isPresent() || entity.isEmpty()
        ? named
        : known.byId(entity.get()).flatMap(name -> name.of().stream().findFirst());
  }

  private Optional<String> institutionIn(String words) {
    return known.mentions(words, grammar.language()).stream()
        .map(news.isnad.lexicon.Mention::name)
        .filter(name -> name.kind() != Kind.PERSON && name.kind() != Kind.PLACE)
        .map(KnownName::id)
        .findFirst();
  }

  private List<Upstream> upstream(int index, Person person) {
    return reach.of(index, person);
  }
}
