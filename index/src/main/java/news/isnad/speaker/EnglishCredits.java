package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Credits.Credit;

/**
 * Finds the media that an English sentence credits: "told Reuters", "according to the Harbour
 * Post", "the BBC, citing Reuters, said".
 *
 * <ul>
 *   <li>A medium is a name in capitals that a table lists, that has "newspaper" beside it or "Post"
 *       in it, or that reports as only media do ("..., Lantern reported.").
 *   <li>What stands before its name, or the verb behind it, makes it a credit.
 * </ul>
 *
 * <p>Immutable.
 */
final class EnglishCredits implements CreditReader {
  private static final Set<String> BY =
      Set.of(
          "cited",
          "quoted",
          "reported",
          "published",
          "obtained",
          "reviewed",
          "seen",
          "carried",
          "conducted",
          "released");

  private static final Set<String> TO =
      Set.of(
          "speaking",
          "spoke",
          "comments",
          "remarks",
          "statement",
          "interview",
          "talking",
          "spoken",
          "interviews",
          "leaked",
          "emailed",
          "email",
          "said");

  private static final Set<String> SHOWS =
      Set.of("show", "programme", "program", "podcast", "broadcast");

  private static final Set<String> TALKS = Set.of("interview", "speaking", "spoke", "appearance");
  private static final Set<String> TALKED_TO = Set.of("with", "on", "to");
  private static final int LONGEST_SHOW = 5;

  private static final Set<String> REPORT_NOUNS =
      Set.of("report", "reports", "article", "story", "investigation");

  private static final Set<String> REPORT_PREPOSITIONS = Set.of("in", "by", "from", "on");

  private static final Set<String> WORKS_FOR =
      Set.of("journalist", "reporter", "correspondent", "columnist", "editor", "writer");

  /** Words between who works for a medium, or what it published, and its name. */
  private static final int REACH = 6;

  private static final Set<String> REPORTS =
      Set.of(
          "reported",
          "reports",
          "wrote",
          "said",
          "says",
          "writes",
          "learned",
          "understands",
          "quoted",
          "cited",
          "revealed");

  private final Outlets outlets;
  private final WordClasses words;

  EnglishCredits(Outlets outlets, WordClasses words) {
    this.outlets = outlets;
    this.words = words;
  }

  @Override
  public List<Credit> read(Line line) {
    List<Credit> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      if (line.isQuote(i) && isShow(line, i)) {
        int close = endOfShow(line, i);
        Upstream show =
            new Upstream(line.words(i + 1, close), Optional.empty(), line.spanOf(i, close));
        found.add(new Credit(show, false));
        i = close;
      }
      if (!line.isCapitalized(i) || (line.isQuoted(i) && !isWhollyQuoted(line))) {
        i++;
        continue;
      }
      int to = i + 1;
      while (to < line.size()
          && (line.isCapitalized(to)
              || (line.token(to).kind() == Token.Kind.NUMBER && to - i == 1)
              || (line.key(to).equals("of") && line.isCapitalized(to + 1)))) {
        to++;
      }
      int from = i;
      Optional<String> id = Optional.empty();
      int nameEnd = to;
      for (int end = to; end > from && id.isEmpty(); end--) {
        id = outlets.id(line.words(from, end));
        nameEnd = id.isPresent() ? end : nameEnd;
      }
      boolean noun = isOutletNoun(line, from - 1) || isOutletNoun(line, to);
      boolean likely =
          id.isPresent()
              || (noun && to - from >= 1)
              || isReporting(line, from, to)
              || isObtaining(line, from)
              || EnglishTokens.isChannelNumber(line, to - 1)
              || (words.has("outlet-word", line.key(to - 1))
                  && to - from >= 2
                  && !isOtherAgency(line, from, to));
      if (likely) {
        credit(line, from, nameEnd, id).ifPresent(found::add);
      }
      i = to;
    }
    return found;
  }

  /** «in an interview with the "Morning" show», «told the "Harbour Talk" podcast». */
  private static boolean isShow(Line line, int open) {
    int the = line.key(open - 1).equals("the") ? open - 2 : open - 1;
    boolean told = line.key(the).equals("told");
    boolean talk = TALKS.contains(line.key(the - 1)) && TALKED_TO.contains(line.key(the));
    int close = endOfShow(line, open);
    return (told || talk) && close > open + 1 && SHOWS.contains(line.key(close + 1));
  }

  /** The mark behind the name that follows a mark; the mark itself where no short one does. */
  private static int endOfShow(Line line, int open) {
    int close = open + 1;
    while (close <= open + LONGEST_SHOW && line.isWord(close)) {
      close++;
    }
    return line.isQuote(close) ? close : open;
  }

  @Override
  public int pointing(Line line, int at) {
    if (!words.has("outlet-noun", line.key(at)) || line.isCapitalized(at)) {
      return -1;
    }
    int the = line.key(at - 1).equals("news") ? at - 2 : at - 1;
    if (!line.key(the).equals("the")) {
      return -1;
    }
    String before = line.key(the - 1);
    if (before.equals("told")) {
      return the - 1;
    }
    if (before.equals("to") && line.key(the - 2).equals("according")) {
      return the - 2;
    }
    boolean subject = REPORTS.contains(line.key(at + 1)) && !line.key(at + 1).equals("cited");
    return subject ? the : -1;
  }

  /** "the Rescue Agency": no agency of news. */
  private static boolean isOtherAgency(Line line, int from, int to) {
    if (!line.key(to - 1).equals("agency") && !line.key(to - 1).equals("service")) {
      return false;
    }
    for (int i = from; i < to - 1; i++) {
      if (line.key(i).equals("news") || line.key(i).equals("press")) {
        return false;
      }
    }
    return true;
  }

  /** "..., Lantern reported.": only a medium is named so. */
  private static boolean isReporting(Line line, int from, int to) {
    boolean behind = line.key(from - 1).equals(",") || line.isQuote(from - 1);
    boolean reports = line.key(to).equals("reported") || line.key(to).equals("reports");
    boolean ends = to + 1 >= line.size() || line.isMark(to + 1) || line.key(to + 1).equals("on");
    return behind && reports && ends && to - from <= 3 && !line.isKnownPersonAt(from);
  }

  /** "obtained by Lantern", "first reported by Lantern": only media are named so. */
  private static boolean isObtaining(Line line, int from) {
    String verb = line.key(from - 2);
    return line.key(from - 1).equals("by")
        && (verb.equals("obtained")
            || verb.equals("reviewed")
            || (verb.equals("reported") && line.key(from - 3).equals("first")))
        && !line.isKnownPersonAt(from);
  }

  /** "newspaper", "news agency"; an agency of another kind is no medium. */
  private boolean isOutletNoun(Line line, int index) {
    if (!line.isWord(index) || !words.has("outlet-noun", line.key(index))) {
      return false;
    }
    return switch (line.key(index)) {
      case "agency", "site", "station", "network", "outlet" ->
          line.key(index - 1).equals("news")
              || line.key(index - 1).equals("radio")
              || line.key(index - 1).equals("tv")
              || line.key(index - 1).equals("television");
      default -> true;
    };
  }

  private static boolean isWhollyQuoted(Line line) {
    return line.wordsOutsideQuotes() == 0;
  }

  private Optional<Credit> credit(Line line, int from, int to, Optional<String> id) {
    int before = from - 1;
    while (before >= 0
        && (line.key(before).equals("the")
            || line.key(before).equals("a")
            || line.key(before).equals("an")
            || words.has("outlet-noun", line.key(before))
            || line.isQuote(before)
            || (line.isWord(before)
                && before > 0
                && from - before <= 3
                && !line.isCapitalized(before)
                && (line.key(before - 1).equals("the") || line.key(before - 1).equals("a")))
            || line.key(before).equals("'s"))) {
      before--;
    }
    String key = line.key(before);
    boolean report = false;
    boolean credited = false;
    int proof = before;
    int verb = behindAside(line, to);
    if (key.equals("told") || key.equals("tells") || key.equals("telling")) {
      credited = true;
    } else if (key.equals("to") && line.key(before - 1).equals("according")) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((key.equals("by") && BY.contains(line.key(before - 1)))
        || key.equals("citing")
        || key.equals("quoting")
        || key.equals("via")) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((key.equals("to")
            || key.equals("with")
            || key.equals("on")
            || key.equals("by")
            || key.equals("for"))
        && (TO.contains(line.key(before - 1)) || TO.contains(line.key(before - 2)))) {
      credited = true;
      proof = before - 1;
    } else if (REPORT_PREPOSITIONS.contains(key) && REPORT_NOUNS.contains(line.key(before - 1))) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((REPORTS.contains(line.key(verb)) && !line.isQuoted(from))
        || (line.key(to).equals("first") && line.key(to + 1).equals("reported"))
        || (line.key(to).equals("has") && REPORTS.contains(line.key(to + 1)))) {
      credited = true;
      report = true;
      proof = from;
      return Optional.of(
          new Credit(new Upstream(line.words(from, to), id, line.spanOf(from, verb + 1)), true));
    }
    if (!credited && isTheirs(line, before, id)) {
      credited = true;
      report = true;
    }
    if (!credited && isSourceOf(line, from, to)) {
      credited = true;
      report = true;
      proof = from;
    }
    if (!credited || proof < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Credit(new Upstream(line.words(from, to), id, line.spanOf(proof, to)), report));
  }

  /** "according to Ana Marsh of the Norland Times", "wrote in a study published in the journal". */
  private static boolean isTheirs(Line line, int before, Optional<String> id) {
    String key = line.key(before);
    boolean of = key.equals("of") || key.equals("from") || key.equals("at");
    if (id.isEmpty() || !(of || key.equals("in"))) {
      return false;
    }
    for (int i = before - 1; i >= Math.max(0, before - REACH); i--) {
      String word = line.key(i);
      boolean works = WORKS_FOR.contains(word) || (word.equals("to") && isAccording(line, i));
      boolean published = word.equals("published") || word.equals("appeared");
      if (of ? works : published) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAccording(Line line, int to) {
    return line.key(to - 1).equals("according");
  }

  /** "a Harbour Post source hinted": the paper's, not somebody's who reads it. */
  private static boolean isSourceOf(Line line, int from, int to) {
    boolean one = line.key(from - 1).equals("a") || line.key(from).equals("a");
    String noun = line.key(to);
    return (one && noun.equals("source")) || noun.equals("sources");
  }

  /** "the BBC, citing Reuters, said": where the verb stands. */
  private static int behindAside(Line line, int to) {
    if (!line.key(to).equals(",")
        || !(line.key(to + 1).equals("citing") || line.key(to + 1).equals("quoting"))) {
      return to;
    }
    int at = to + 1;
    while (at < Math.min(line.size(), to + 10) && !line.key(at).equals(",")) {
      at++;
    }
    return line.key(at).equals(",") ? at + 1 : to;
  }
}
