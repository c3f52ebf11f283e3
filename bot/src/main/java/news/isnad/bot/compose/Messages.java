package news.isnad.bot.compose;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import news.isnad.bot.telegram.Person;
import news.isnad.text.Language;

/**
 * The words of the interface in one language. Safe for concurrent use.
 *
 * <p>Arguments are given as name and value in turn. A string is text from outside: it is cleaned,
 * cut to a line and isolated. A number follows the plural rules and the language's digits. A {@link
 * Markup} goes in as it is. An enum constant or a boolean chooses a branch by its name in small
 * letters.
 */
public final class Messages {
  /** Longest label from outside, in UTF-16 units. */
  static final int LONGEST_LABEL = 160;

  /** Noncharacters: {@link Outside} removes them, so they can stand only where we put them. */
  private static final char FIRST_SENTINEL = '\uFDD0';

  private static final Map<Language, Messages> ALL = all();

  private final Language language;
  private final Locale locale;
  private final Map<String, MessageFormat> patterns;

  private Messages(Language language, Map<String, MessageFormat> patterns) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language.code());
    this.patterns = patterns;
  }

  /** The words in a language. */
  public static Messages in(Language language) {
    return java.util.Objects.requireNonNull(ALL.get(language), "language is null");
  }

  /** The words in the language of somebody's app. */
  public static Messages ofApp(Person person) {
    return in(person.languageCode().flatMap(Language::of).orElse(Language.ENGLISH));
  }

  public Language language() {
    return language;
  }

  /**
   * A message with its arguments, as HTML.
   *
   * @throws IllegalArgumentException if there is no message of that key
   */
  public Markup say(String key, Object... namesAndValues) {
    List<Markup> pieces = new ArrayList<>();
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], argument(namesAndValues[i + 1], pieces));
    }
    return Markup.filled(format(key, arguments), FIRST_SENTINEL, pieces);
  }

  /** A message with its arguments, as plain text: button labels, callback notices. */
  public String text(String key, Object... namesAndValues) {
    return say(key, namesAndValues).visible();
  }

  private static Object argument(Object value, List<Markup> pieces) {
    return switch (value) {
      case Number number -> number;
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Boolean branch -> branch.toString();
      case Markup markup -> {
        pieces.add(markup);
        yield String.valueOf((char) (FIRST_SENTINEL + pieces.size() - 1));
      }
      case String outside -> Outside.isolated(Outside.label(outside, LONGEST_LABEL));
      default ->
          throw new IllegalArgumentException("argument of no known kind: " + value.getClass());
    };
  }

  private String format(String key, Map<String, Object> arguments) {
    MessageFormat pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message has the key " + key);
    }
    // A format is not safe for concurrent use; a copy is.
    return pattern.clone().format(arguments);
  }

  /** A date, shown in the reader's zone where Telegram can, else in the given one. */
  public Markup date(Instant moment, ZoneId zone) {
    return Markup.time(moment, "D", formatted("d MMMM uuuu", moment, zone)).isolated();
  }

  /** A date and time; the fallback names the zone. */
  Markup time(Instant moment, ZoneId zone) {
    String clock = formatted("HH:mm", moment, zone);
    String fallback =
        format(
            "time.fallback",
            Map.of(
                "date", formatted("d MMMM uuuu", moment, zone), "time", clock, "zone", name(zone)));
    return Markup.time(moment, "Dt", fallback).isolated();
  }

  private static String name(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  private String formatted(String pattern, Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, locale)
        .withDecimalStyle(DecimalStyle.STANDARD)
        .format(moment.atZone(zone));
  }

  /** Several pieces as one list, separated as the language does. */
  public Markup joined(List<Markup> pieces) {
    Optional<Markup> all =
        pieces.stream().reduce((left, right) -> say("list.next", "left", left, "right", right));
    return all.orElse(Markup.none());
  }

  /** The keys of all messages. */
  Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /** The pattern of a message. */
  String pattern(String key) {
    return java.util.Objects.requireNonNull(patterns.get(key), "no message has the key")
        .toPattern();
  }

  private static Map<Language, Messages> all() {
    Map<Language, Messages> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Messages(language, patterns(language)));
    }
    return all;
  }

  private static Map<String, MessageFormat> patterns(Language language) {
    String file = "messages_" + language.code() + ".properties";
    Properties read = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    // One digit style in both languages: the one that links, figures and most outlets print.
    ULocale locale = ULocale.forLanguageTag(language.code() + "-u-nu-latn");
    Map<String, MessageFormat> patterns = new HashMap<>();
    for (String key : read.stringPropertyNames()) {
      patterns.put(key, new MessageFormat(read.getProperty(key), locale));
    }
    return Map.copyOf(patterns);
  }
}
