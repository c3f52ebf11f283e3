package news.isnad.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final long OWNER = 1;
  private static final long READER = 2;
  private static final long ADMINISTRATOR = 3;
  private static final long GROUP = -100;

  private final Access open =
      new Access(Set.of(), Set.of(OWNER), (person, group) -> person == ADMINISTRATOR, Roles.NONE);
  private final Access restricted =
      new Access(
          Set.of(READER, GROUP),
          Set.of(OWNER),
          (person, group) -> person == ADMINISTRATOR,
          Roles.NONE);

  private static Asker alone(long person) {
    return new Asker(person(person), new Chat(person, Chat.Kind.PRIVATE, "", false), false);
  }

  private static Asker inGroup(long person, long group) {
    return new Asker(person(person), group(group), false);
  }

  private static Person person(long id) {
    return new Person(id, "x", Optional.empty(), false);
  }

  private static Chat group(long id) {
    return new Chat(id, Chat.Kind.SUPERGROUP, "g", false);
  }

  @Test
  void chatsThatAreNoLongerAllowed_areToldNothing() {
    assertThat(open.serves(77, 77)).isTrue();
    assertThat(restricted.serves(READER, READER)).isTrue();
    assertThat(restricted.serves(GROUP, 77)).isTrue();
    assertThat(restricted.serves(-200, READER)).isTrue();
    assertThat(restricted.serves(OWNER, OWNER)).isTrue();
    assertThat(restricted.serves(77, 77)).isFalse();
    assertThat(restricted.serves(-200, 77)).isFalse();
  }

  @Test
  void anybody_mayAskAndArrangeTheirOwnChat_whereNobodyIsNamed() {
    assertThat(open.may(alone(99), Action.ASK)).isTrue();
    assertThat(open.may(alone(99), Action.ARRANGE)).isTrue();
    assertThat(open.may(alone(99), Action.OPERATE)).isFalse();
  }

  @Test
  void strangers_mayDoNothing_whereSomebodyIsNamed() {
    for (Action action : Action.values()) {
      boolean own = action == Action.OWN;
      assertThat(restricted.may(alone(99), action)).isEqualTo(own);
      assertThat(restricted.may(inGroup(99, -7), action)).isEqualTo(own);
    }
    assertThat(restricted.may(alone(READER), Action.ASK)).isTrue();
    assertThat(restricted.may(inGroup(99, GROUP), Action.ASK)).isTrue();
  }

  @Test
  void group_isArrangedByItsAdministrators() {
    assertThat(open.may(inGroup(READER, GROUP), Action.ASK)).isTrue();
    assertThat(open.may(inGroup(READER, GROUP), Action.ARRANGE)).isFalse();
    assertThat(open.may(inGroup(ADMINISTRATOR, GROUP), Action.ARRANGE)).isTrue();
    assertThat(restricted.may(inGroup(ADMINISTRATOR, -7), Action.ARRANGE)).isFalse();
  }

  @Test
  void owner_mayDoEverythingEverywhere() {
    for (Action action : Action.values()) {
      assertThat(restricted.may(alone(OWNER), action)).isTrue();
      assertThat(restricted.may(inGroup(OWNER, -7), action)).isTrue();
    }
  }

  @Test
  void groupsOwnName_arrangesAndNeverOperates() {
    Asker anonymous = new Asker(person(OWNER), group(GROUP), true);
    assertThat(open.may(anonymous, Action.ARRANGE)).isTrue();
    assertThat(open.may(anonymous, Action.OPERATE)).isFalse();
  }

  @Test
  void administrators_areAskedForOnceAMinute_andBeforeSomebodyIsRefused() throws Exception {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    List<Call> calls = new ArrayList<>();
    SendOutcome answer =
        new SendOutcome.Sent(
            new ObjectMapper().readTree("[{\"status\":\"creator\",\"user\":{\"id\":3}}]"));
    GroupAdministrators asked =
        new TelegramGroupAdministrators(
            call -> {
              calls.add(call);
              return answer;
            },
            clock);
    assertThat(asked.administers(3, GROUP)).isTrue();
    assertThat(asked.administers(4, GROUP)).isFalse();
    clock.advance(Duration.ofSeconds(50));
    assertThat(asked.administers(3, GROUP)).isTrue();
    assertThat(calls).hasSize(1).containsOnly(new Call.GetChatAdministrators(GROUP));
    assertThat(asked.administers(4, GROUP)).isFalse();
    assertThat(asked.administers(5, GROUP)).isFalse();
    assertThat(calls).hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    assertThat(asked.administers(3, GROUP)).isTrue();
    assertThat(calls).hasSize(3);
  }

  @Test
  void outage_givesNobodyRights() {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    GroupAdministrators asked =
        new TelegramGroupAdministrators(_ -> new SendOutcome.Unreachable(true, "down"), clock);
    assertThat(asked.administers(3, GROUP)).isFalse();
    assertThat(asked.isKnown(GROUP)).isFalse();
    assertThat(asked.isKnown(GROUP - 1)).isTrue();
  }

  @Test
  void administrator_ofAGroupThatNothingIsKnownOf_isUnsure() {
    GroupAdministrators unknown =
        new GroupAdministrators() {
          @Override
          public boolean administers(long person, long group) {
            return false;
          }

          @Override
          public boolean isKnown(long group) {
            return false;
          }
        };
    Access access = new Access(Set.of(), Set.of(OWNER), unknown, Roles.NONE);
    assertThat(access.may(inGroup(ADMINISTRATOR, GROUP), Action.ARRANGE)).isFalse();
    assertThat(access.isUnsure(inGroup(ADMINISTRATOR, GROUP))).isTrue();
    assertThat(access.isUnsure(alone(READER))).isFalse();
    assertThat(open.isUnsure(inGroup(READER, GROUP))).isFalse();
  }
}
