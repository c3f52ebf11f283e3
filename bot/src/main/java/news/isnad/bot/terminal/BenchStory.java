package news.isnad.bot.terminal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.lexicon.KnownName;
import news.isnad.speaker.Speaker;
import news.isnad.text.Language;

/**
 * What one article of the benchmark is about, in both languages, and the sentences that tell it.
 * Confined to one thread, because what is new in each sentence is drawn from its own dice.
 */
final class BenchStory {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9]+)}");
  private static final Map<Language, List<String>> DAYS =
      Map.of(
          Language.ENGLISH,
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
          Language.ARABIC,
          List.of("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"));

  private final BenchWords words;
  private final SplittableRandom dice;
  private final Map<String, Function<Language, String>> slots;
  private final BenchWords.Person speaker;
  private final BenchWords.Person other;

  BenchStory(BenchWords words, SplittableRandom dice) {
    this.words = words;
    this.dice = dice;
    this.speaker = words.person(dice);
    this.other = words.person(dice);
    KnownName place = words.place(dice);
    KnownName agency = words.agency(dice);
    BenchWords.Term first = words.topic(dice);
    BenchWords.Term second = words.topic(dice);
    BenchWords.Term third = words.topic(dice);
    int count = 2 + dice.nextInt(400);
    int day = dice.nextInt(7);
    slots =
        Map.ofEntries(
            Map.entry("person", speaker::name),
            Map.entry("surname", speaker::surname),
            Map.entry("role", speaker::role),
            Map.entry("other", other::name),
            Map.entry("otherrole", other::role),
            Map.entry("place", place::name),
            Map.entry("agency", agency::name),
            Map.entry("t1", first::in),
            Map.entry("t2", second::in),
            Map.entry("t3", third::in),
            Map.entry("count", _ -> Integer.toString(count)),
            Map.entry("day", language -> DAYS.getOrDefault(language, List.of()).get(day)));
  }

  /** A sentence with everything filled in. */
  String tell(String template, Language language) {
    Matcher slot = SLOT.matcher(template);
    StringBuilder told = new StringBuilder();
    while (slot.find()) {
      slot.appendReplacement(told, Matcher.quoteReplacement(value(slot.group(1), language)));
    }
    slot.appendTail(told);
    return told.toString();
  }

  /** Who speaks in a sentence; nobody where an agency tells it. */
  Optional<Speaker> speaker(String template, Language language) {
    if (template.contains("{agency}")) {
      return Optional.empty();
    }
    boolean first = template.contains("{person}") || template.contains("{surname}");
    return first || template.contains("{other}")
        ? Optional.of((first ? speaker : other).speaking(language))
        : Optional.empty();
  }

  private String value(String name, Language language) {
    return switch (name) {
      case "w" -> words.any(dice).in(language);
      case "n" -> Integer.toString(2 + dice.nextInt(2000));
      case "x" -> words.stranger(dice).name(language);
      default -> {
        Function<Language, String> slot = slots.get(name);
        if (slot == null) {
          throw new IllegalArgumentException("no slot is called " + name);
        }
        yield slot.apply(language);
      }
    };
  }
}
