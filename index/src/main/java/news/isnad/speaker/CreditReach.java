package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.speaker.ArticleReading.Voice;
import news.isnad.speaker.Credits.Credit;
import org.jspecify.annotations.Nullable;

/**
 * Says how far the credit of a medium reaches.
 *
 * <ul>
 *   <li>It holds for the statements of its own sentence.
 *   <li>It goes on while the same speaker does, sentence by sentence, until somebody else speaks, a
 *       medium is credited anew, or the speaker turns to others ("told reporters", «في بيان»).
 *   <li>It holds for the sentences of the same quotation before it.
 *   <li>It holds for all of the article where the dateline or a line "Source: ..." names the
 *       medium, or the beginning speaks of a report and no other medium is credited.
 * </ul>
 *
 * <p>Confined to one thread.
 */
final class CreditReach {
  private static final int LEAD = 8;
  private static final int EARLY = 3;
  private static final int OFTEN = 3;
  private static final int AHEAD = 4;

  private final RuleAttribution.Grammar grammar;
  private final List<Line> lines;
  private final List<List<Voice>> voices;
  private final List<@Nullable Person> continued;
  private final OwnName own;
  private final List<List<Credit>> credits = new ArrayList<>();
  private final List<List<Upstream>> carried = new ArrayList<>();
  private final List<@Nullable Person> carrier = new ArrayList<>();
  private final List<Upstream> ofArticle = new ArrayList<>();

  CreditReach(
      RuleAttribution.Grammar grammar,
      Edition edition,
      List<Line> lines,
      List<List<Voice>> voices,
      List<@Nullable Person> continued) {
    this.grammar = grammar;
    this.lines = lines;
    this.voices = voices;
    this.continued = continued;
    this.own = new OwnName(edition.outlet(), grammar.outlets());
    read();
    readArticle();
    carry();
  }

  /** The media that a sentence credits itself. */
  List<Credit> at(int index) {
    return credits.get(index);
  }

  /** The media behind what a person says in a sentence, nearest to the outlet first. */
  List<Upstream> of(int index, Person person) {
    List<Upstream> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Credit credit : credits.get(index)) {
      if (credit.report() || isOf(credit, index, person)) {
        add(found, seen, credit.upstream());
      }
    }
    if (person == carrier.get(index)) {
      carried.get(index).forEach(upstream -> add(found, seen, upstream));
    }
    if (!grammar.words().has("commentator", lastWord(person))) {
      ofArticle.forEach(upstream -> add(found, seen, upstream));
    }
    return found;
  }

  /** "The ministry said ..., while residents told Reuters": only the residents told it. */
  private boolean isOf(Credit credit, int index, Person person) {
    @Nullable Person nearest = null;
    int distance = Integer.MAX_VALUE;
    Line line = lines.get(index);
    for (Voice voice : voices.get(index)) {
      int cue = line.token(voice.find().cueFrom()).start();
      int gap = Math.abs(credit.upstream().proof().start() - cue);
      boolean medium = grammar.credits().isOutlet(voice.person().name());
      if (!voice.find().rule().silent() && !medium && gap < distance) {
        distance = gap;
        nearest = voice.person();
      }
    }
    return nearest == null || nearest == person;
  }

  private static String lastWord(Person person) {
    String key = Cast.key(person.name());
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  private void read() {
    Optional<Upstream> last = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Credit> here = new ArrayList<>();
      List<Credit> found = grammar.credits().in(line, last);
      for (Voice voice : found.isEmpty() ? voices.get(i) : List.<Voice>of()) {
        told(line, Math.max(voice.find().to(), voice.find().cueTo())).ifPresent(found::add);
      }
      for (Credit credit : found) {
        if (!isOwn(credit.upstream())) {
          here.add(credit);
          last = Optional.of(credit.upstream());
        }
      }
      credits.add(here);
    }
  }

  /** «قال زيد لـ"الأفق"»: what stands between marks is a medium, known or not. */
  private static Optional<Credit> told(Line line, int at) {
    if (!line.key(at).equals("ل") || !line.isQuote(at + 1) || !line.isShortQuoteAt(at + 2)) {
      return Optional.empty();
    }
    int end = at + 2;
    while (line.isShortQuoteAt(end)) {
      end++;
    }
    Upstream medium = new Upstream(line.words(at + 2, end), Optional.empty(), line.spanOf(at, end));
    return Optional.of(new Credit(medium, false));
  }

  private void readArticle() {
    int reports = 0;
    boolean early = false;
    for (int i = 0; i < lines.size(); i++) {
      Optional<Upstream> whole =
          i < EARLY || i >= lines.size() - EARLY
              ? grammar.datelines().ofArticle(lines.get(i), i < EARLY).filter(up -> !isOwn(up))
              : Optional.empty();
      if (whole.isPresent()) {
        ofArticle.clear();
        ofArticle.add(whole.get());
        return;
      }
      for (Credit credit : credits.get(i)) {
        if (credit.report()) {
          reports++;
          early |= i < LEAD;
          if (ofArticle.stream().noneMatch(known -> same(known, credit.upstream()))) {
            ofArticle.add(credit.upstream());
          }
        }
      }
    }
    if (ofArticle.size() != 1 || !early || !(isReportOfReport() || reports >= OFTEN)) {
      ofArticle.clear();
    }
  }

  /** The lead speaks of "a report" and names no other source. */
  private boolean isReportOfReport() {
    for (Line line : lines.subList(0, Math.min(LEAD, lines.size()))) {
      for (int t = 0; t < Math.min(12, line.size()); t++) {
        switch (line.key(t)) {
          case "report", "تقرير", "التقرير", "المصدر" -> {
            return true;
          }
          default -> {}
        }
      }
    }
    return false;
  }

  private void carry() {
    @Nullable Person speaker = null;
    List<Upstream> from = List.of();
    for (int i = 0; i < lines.size(); i++) {
      @Nullable Person here = speakerAt(i);
      List<Credit> fresh = credits.get(i);
      if (!fresh.isEmpty()) {
        speaker = here;
        from = fresh.stream().map(Credit::upstream).toList();
      } else if (here != null) {
        boolean goesOn = here == speaker && (continued.get(i) != null || !turnsAway(lines.get(i)));
        speaker = goesOn ? speaker : null;
      } else {
        speaker = null;
      }
      if (speaker == null && continued.get(i) != null) {
        back(i);
      } else {
        carrier.add(speaker);
        carried.add(speaker == null ? List.of() : from);
      }
    }
  }

  /** The quotation goes on to a sentence that credits a medium. */
  private void back(int index) {
    @Nullable Person here = continued.get(index);
    for (int i = index + 1; i < Math.min(lines.size(), index + AHEAD); i++) {
      if (!credits.get(i).isEmpty() && speakerAt(i) == here) {
        carrier.add(here);
        carried.add(credits.get(i).stream().map(Credit::upstream).toList());
        return;
      }
      if (continued.get(i) != here) {
        break;
      }
    }
    carrier.add(null);
    carried.add(List.of());
  }

  private @Nullable Person speakerAt(int index) {
    @Nullable Person going = continued.get(index);
    if (going != null) {
      return going;
    }
    @Nullable Person found = null;
    for (Voice voice : voices.get(index)) {
      if (!voice.find().rule().silent() && !grammar.credits().isOutlet(voice.person().name())) {
        found = voice.person();
      }
    }
    return found;
  }

  /** "told reporters", "on Twitter", «في بيان»: said somewhere else. */
  private boolean turnsAway(Line line) {
    for (int i = 0; i < line.size(); i++) {
      if (!line.isQuoted(i) && grammar.words().has("setting", line.key(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOwn(Upstream upstream) {
    return own.is(upstream.name());
  }

  private static boolean same(Upstream a, Upstream b) {
    return a.entity().isPresent()
        ? a.entity().equals(b.entity())
        : Outlets.key(a.name()).equals(Outlets.key(b.name()));
  }

  private static void add(List<Upstream> found, Set<String> seen, Upstream upstream) {
    if (seen.add(upstream.entity().orElse(Outlets.key(upstream.name())))) {
      found.add(upstream);
    }
  }
}
