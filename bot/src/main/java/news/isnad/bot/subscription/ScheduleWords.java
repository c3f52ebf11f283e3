package news.isnad.bot.subscription;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * Reads when somebody wants to be told, in words of either language: {@code daily 08:00}, {@code
 * quiet 23:00-07:00}, «كل ساعة». Stateless, safe for concurrent use.
 */
final class ScheduleWords {
  private static final Set<String> NOW =
      folded("now", "at once", "immediately", "instantly", "فورًا", "حالًا", "فور صدورها", "الآن");
  private static final Set<String> HOURLY =
      folded("hourly", "every hour", "each hour", "كل ساعة", "ساعيًا");
  private static final Set<String> DAILY = folded("daily", "every day", "يوميًا", "كل يوم");
  private static final Set<String> AT =
      folded("at", "daily at", "every day at", "عند", "الساعة", "في", "يوميًا عند", "كل يوم عند");
  private static final Set<String> QUIET = folded("quiet", "quiet hours", "هدوء", "ساعات الهدوء");
  private static final Set<String> SILENT =
      folded("silent", "silently", "without sound", "صامت", "بلا صوت");
  private static final Set<String> SOUND = folded("sound", "with sound", "loud", "بصوت", "صوت");
  private static final Set<String> ZONE =
      folded("zone", "time zone", "timezone", "توقيت", "المنطقة الزمنية", "منطقة");
  private static final Set<String> CAP =
      folded("cap", "at most", "most", "limit", "max", "حد", "أقصى حد", "حد أقصى");
  private static final Set<String> OFF =
      folded("off", "none", "no", "stop", "لا", "إيقاف", "بدون", "إلغاء");
  private static final Set<String> ON = folded("on", "yes", "", "نعم", "تشغيل");

  private ScheduleWords() {}

  /** What somebody wants. */
  sealed interface Wish {
    record Usual(Schedule schedule) implements Wish {}

    record Quiet(Optional<ChatSchedule.Quiet> hours) implements Wish {}

    record Silent(boolean silent) implements Wish {}

    record Zone(ZoneId zone) implements Wish {}

    record Most(int most) implements Wish {}

    record UnknownZone(String words) implements Wish {}

    record Unknown() implements Wish {}
  }

  private static Set<String> folded(String... words) {
    return Stream.of(words).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
  }

  static Wish read(String text) {
    String words = Folding.fold(text).strip().replaceAll("\\s+", " ");
    if (NOW.contains(words)) {
      return new Wish.Usual(new Schedule.AtOnce());
    }
    if (HOURLY.contains(words)) {
      return new Wish.Usual(new Schedule.Hourly());
    }
    if (DAILY.contains(words)) {
      return new Wish.Usual(new Schedule.AtTimes(List.of(Schedule.MORNING)));
    }
    if (SOUND.contains(words)) {
      return new Wish.Silent(false);
    }
    return behind(words, QUIET)
        .map(ScheduleWords::quiet)
        .or(() -> behind(words, ZONE).map(ScheduleWords::zone))
        .or(() -> behind(words, CAP).map(ScheduleWords::most))
        .or(() -> behind(words, SILENT).map(ScheduleWords::silent))
        .or(() -> behind(words, AT).or(() -> behind(words, DAILY)).map(ScheduleWords::times))
        .orElseGet(() -> times(words));
  }

  /** Hours, or that there should be none. */
  static Wish quiet(String words) {
    if (OFF.contains(words)) {
      return new Wish.Quiet(Optional.empty());
    }
    Optional<ChatSchedule.Quiet> hours = ChatSchedule.Quiet.read(words);
    return hours.isPresent() ? new Wish.Quiet(hours) : new Wish.Unknown();
  }

  private static Wish zone(String words) {
    return zoneOf(words).<Wish>map(Wish.Zone::new).orElseGet(() -> new Wish.UnknownZone(words));
  }

  private static Wish most(String words) {
    if (OFF.contains(words) || words.equals("0")) {
      return new Wish.Most(0);
    }
    return words.matches("[0-9]{1,3}") && Integer.parseInt(words) <= ChatSchedule.HIGHEST_CAP
        ? new Wish.Most(Integer.parseInt(words))
        : new Wish.Unknown();
  }

  private static Wish silent(String words) {
    if (OFF.contains(words)) {
      return new Wish.Silent(false);
    }
    return ON.contains(words) ? new Wish.Silent(true) : new Wish.Unknown();
  }

  private static Wish times(String words) {
    return words.isEmpty()
        ? new Wish.Unknown()
        : Schedule.times(words)
            .<Wish>map(times -> new Wish.Usual(new Schedule.AtTimes(times)))
            .orElseGet(Wish.Unknown::new);
  }

  /** What follows one of some beginnings, the longest that fits; empty where none does. */
  private static Optional<String> behind(String words, Set<String> beginnings) {
    return beginnings.stream()
        .filter(each -> words.equals(each) || words.startsWith(each + " "))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(each -> words.substring(each.length()).strip());
  }

  /** The zone of a city's name in either language, an id, or an offset such as {@code +3}. */
  static Optional<ZoneId> zoneOf(String words) {
    String name = Folding.fold(words).strip();
    ZoneId known = Names.ZONES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    String offset = name.replaceFirst("^(?:utc|gmt)\\s*", "");
    try {
      return offset.matches("[+-][0-9]{1,2}(?::?[0-9]{2})?")
          ? Optional.of(ZoneId.of(offset))
          : Optional.empty();
    } catch (DateTimeException noOffset) {
      return Optional.empty();
    }
  }

  /** Made when the first zone is looked for. */
  private static final class Names {
    private static final Map<String, ZoneId> ZONES = zones();

    private static Map<String, ZoneId> zones() {
      Map<String, ZoneId> zones = new HashMap<>();
      for (Language language : Language.values()) {
        TimeZoneNames names = TimeZoneNames.getInstance(new ULocale(language.code()));
        for (String id : ZoneId.getAvailableZoneIds()) {
          if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
            String city = names.getExemplarLocationName(id);
            if (city != null) {
              zones.putIfAbsent(Folding.fold(city), ZoneId.of(id));
            }
          }
        }
      }
      for (String id : ZoneId.getAvailableZoneIds()) {
        zones.putIfAbsent(
            Folding.fold(id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')), ZoneId.of(id));
        zones.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id));
      }
      return zones;
    }
  }
}
