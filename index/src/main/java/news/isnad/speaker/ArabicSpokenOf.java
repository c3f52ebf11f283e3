package news.isnad.speaker;

import news.isnad.speaker.Find.Subject;

/**
 * Says whether whoever stands behind an Arabic verb of speech is spoken of, or to, and does not
 * speak: «وصفت الحملة بأنها», «واتهم الصين بالسعي». Immutable.
 */
final class ArabicSpokenOf {
  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicPrecedingSubjects preceding;
  private final ArabicClauses clauses;
  private final ArabicPapers papers;

  ArabicSpokenOf(
      WordClasses words,
      ArabicSubjects subjects,
      ArabicPrecedingSubjects preceding,
      ArabicClauses clauses,
      ArabicPapers papers) {
    this.words = words;
    this.subjects = subjects;
    this.preceding = preceding;
    this.clauses = clauses;
    this.papers = papers;
  }

  /** Whether the phrase behind a verb is its object. */
  boolean is(Line line, Cues.Match cue, Subject.Phrase phrase) {
    return new Verb(line, cue).hasObject(phrase);
  }

  /** One verb in its sentence. */
  private final class Verb {
    private final Line line;
    private final Cues.Match cue;
    private final Rule rule;
    private final boolean label;

    Verb(Line line, Cues.Match cue) {
      this.line = line;
      this.cue = cue;
      this.rule = cue.rule();
      this.label = rule.content().contains("label");
    }

    /** «اتهم شركات البناء ب»: the verb would be feminine if they accused. */
    boolean hasObject(Subject.Phrase phrase) {
      String first = line.key(phrase.from());
      if (cue.form() == Cues.Form.FEMININE && words.has("masculine", ArabicWords.stripped(first))) {
        return true; // «وأكدت موقع المناورات»
      }
      boolean plural =
          first.endsWith("ات")
              && first.length() > 4
              && line.knownAt(phrase.from()).isEmpty()
              && !line.families().has(first);
      boolean feminine = plural || isFeminineCountry(phrase);
      boolean several = first.startsWith("ال") && first.endsWith("ين") && first.length() > 7;
      if (isAddressing() && (words.has("everybody", first) || several)) {
        return true; // «ناشدت الجميع», «ناشد المسؤولين»
      }
      if (isDescribed(phrase)
          || isDescribedByWhoStandsBefore(phrase)
          || isMediumTold(phrase)
          || isDeed(phrase)
          || isUrged(phrase)
          || isLedBySomebody(phrase)
          || isHeldResponsible(phrase)) {
        return true;
      }
      return cue.form() == Cues.Form.MASCULINE
          && (rule.takesAny() || isAddressing())
          && (feminine || isFeminineState(phrase))
          && !clauses.isThatOrQuoteAt(line, phrase.to());
    }

    /** «ومسؤول حكومي ينفي التوصل بالطلب»: somebody stands before the verb, nobody behind it. */
    private boolean isLedBySomebody(Subject.Phrase phrase) {
      boolean beside =
          cue.present()
              && (cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE)
              && cue.from() > 0
              && line.isWord(cue.from() - 1)
              && !ArabicClauses.isJoined(line, cue)
              && !words.has("relative", line.key(cue.from() - 1));
      return beside
          && !subjects.isSomebody(line, phrase)
          && !papers.isPaper(line, phrase)
          && preceding
              .of(line, cue.from())
              .filter(who -> subjects.isSomebody(line, who) || papers.isPaper(line, who))
              .isPresent();
    }

    /** «وحملت الاحتلال المسؤولية»: a feminine verb, and no feminine noun. */
    private boolean isHeldResponsible(Subject.Phrase phrase) {
      String first = line.key(phrase.from());
      return rule.content().contains("المسؤولية")
          && cue.form() == Cues.Form.FEMININE
          && first.startsWith("ال")
          && !first.endsWith("ه")
          && !first.endsWith("ات")
          && (first.equals("الاحتلال") || line.knownAt(phrase.from()).isEmpty());
    }

    private boolean isAddressing() {
      return rule.cues().stream().anyMatch(verb -> words.has("addressing", Tokens.key(verb)));
    }

    /** «وحث ترامب على»: whoever stands alone between the two is urged. */
    private boolean isUrged(Subject.Phrase phrase) {
      int alone = line.knownAt(phrase.from()).map(Line.Named::to).orElse(phrase.from() + 1);
      return line.key(cue.from()).endsWith("حث")
          && phrase.to() == alone
          && line.key(phrase.to()).equals("علي");
    }

    /** «وصفت الحملة بأنها»: one noun between the verb and how it is described is the object. */
    private boolean isDescribed(Subject.Phrase phrase) {
      int behind = phrase.to();
      boolean against = line.key(behind).equals("ضدها") || line.key(behind).equals("ضده");
      return label
          && rule.cues().contains("وصف")
          && cue.form() != Cues.Form.OBJECT
          && phrase.to() - phrase.from() == 1
          && line.key(phrase.from()).startsWith("ال")
          && ArabicWords.isThat(line, against ? behind + 1 : behind);
    }

    /** «روسيا تصف الإجراءات البريطانية بأنها»: whoever describes stands right before the verb. */
    private boolean isDescribedByWhoStandsBefore(Subject.Phrase phrase) {
      if (!label || cue.from() == 0 || !line.key(phrase.from()).startsWith("ال")) {
        return false;
      }
      boolean described = ArabicWords.isThat(line, phrase.to());
      boolean named = false; // «بـ"الكبير"»
      for (int i = phrase.from(); i <= phrase.to(); i++) {
        named |= line.key(i).equals("ب") && line.isQuote(i + 1);
      }
      boolean beside = cue.present() && line.isWord(cue.from() - 1) && described;
      boolean aside = // «سامي درويش، من حزب الموج، وصف المؤتمر بـ"الكبير"»
          line.isMark(cue.from() - 1)
              && (!ArabicClauses.isJoined(line, cue) || isWhole(line.key(cue.from())))
              && (described || named);
      return (beside || aside) && preceding.of(line, cue.from()).isPresent();
    }

    /** «وأبلغ تلفزيون الموج بأن»: who was told, and nobody who tells. */
    private boolean isMediumTold(Subject.Phrase phrase) {
      return rule.cues().contains("أبلغ")
          && words.has("outlet-noun", line.key(phrase.from()))
          && ArabicWords.isThat(line, phrase.to());
    }

    /** «كما وصف استهداف المطار بأنه», «اعتبر حصيلة السنة إيجابية»: nobody, but what is judged. */
    private boolean isDeed(Subject.Phrase phrase) {
      String first = line.key(phrase.from());
      boolean judged = label || rule.cues().contains("اعتبر");
      return judged
          && cue.form() != Cues.Form.OBJECT
          && !first.startsWith("ال")
          && (words.has("deed", first) || words.isThing(first))
          && !words.has("paper", first)
          && !words.has("utterance", first)
          && line.knownAt(phrase.from()).isEmpty()
          && !line.families().has(first);
    }

    /** «حث فيتنام على»: a country, and no masculine one, whom somebody else addresses. */
    private boolean isFeminineCountry(Subject.Phrase phrase) {
      String first = line.key(phrase.from());
      return isAddressing()
          && !first.startsWith("ال")
          && !words.has("masculine-country", first)
          && line.knownAt(phrase.from()).filter(Line.Named::isPlace).isPresent();
    }

    /** «واتهم الصين بالسعي»: a country that is feminine stands alone behind a masculine verb. */
    private boolean isFeminineState(Subject.Phrase phrase) {
      String first = line.key(phrase.from());
      return line.knownAt(phrase.from())
              .filter(named -> named.isPlace() && named.to() == phrase.to())
              .isPresent()
          && !words.has("masculine-country", first)
          && !words.has("masculine-country", ArabicWords.stripped(first));
    }

    /** «وصف»: its first letter is no joint. */
    private static boolean isWhole(String key) {
      return key.equals(ArabicWords.withoutJoint(key));
    }
  }
}
