package news.isnad.bot.access;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.TelegramApi;

/**
 * Asks Telegram, and remembers the answer of each group for a minute; before somebody is refused it
 * is asked anew, unless it has just been. A group that Telegram says nothing about has no
 * administrators for a few seconds: nobody gets rights by an outage.
 *
 * <p>Safe for concurrent use.
 */
public final class TelegramGroupAdministrators implements GroupAdministrators {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Nobody is refused by what was known longer ago, and Telegram is not asked more often. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final int MOST_GROUPS = 1000;

  /** Who administers a group; nobody where that was not to be found out. */
  private record Known(Set<Long> persons, boolean failed, Instant at) {
    boolean isOlderThan(Duration age, Instant now) {
      return !at.plus(age).isAfter(now);
    }
  }

  private final TelegramApi telegram;
  private final InstantSource clock;

  /** Guarded by itself; the group asked about longest ago leaves first. */
  private final Map<Long, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
          return size() > MOST_GROUPS;
        }
      };

  public TelegramGroupAdministrators(TelegramApi telegram, InstantSource clock) {
    this.telegram = requireNonNull(telegram, "telegram is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public boolean administers(long person, long group) {
    Instant now = clock.instant();
    Known found;
    synchronized (known) {
      found = known.get(group);
    }
    boolean stale =
        found == null
            || found.isOlderThan(KEPT, now)
            || (!found.persons().contains(person) && found.isOlderThan(FRESH, now));
    if (found == null || stale) {
      // Asked outside the lock: a slow answer about one group holds up no other.
      found = ask(group, now);
      synchronized (known) {
        known.put(group, found);
      }
    }
    return found.persons().contains(person);
  }

  @Override
  public boolean isKnown(long group) {
    synchronized (known) {
      Known found = known.get(group);
      return found == null || !found.failed();
    }
  }

  private Known ask(long group, Instant now) {
    if (telegram.call(new Call.GetChatAdministrators(group)) instanceof SendOutcome.Sent sent) {
      Set<Long> persons = new HashSet<>();
      for (JsonNode member : sent.result()) {
        persons.add(member.path("user").path("id").asLong());
      }
      return new Known(Set.copyOf(persons), false, now);
    }
    return new Known(Set.of(), true, now);
  }
}
