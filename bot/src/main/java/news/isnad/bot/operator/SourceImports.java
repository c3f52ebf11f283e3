package news.isnad.bot.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.SentLists.Sent;
import news.isnad.bot.operator.SentLists.State;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.SourceList;
import news.isnad.store.DamagedStoreException;
import news.isnad.store.Database;
import news.isnad.store.StoreUnavailableException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in lists of sources that operators sent and confirmed, a part at a time beside everything
 * else that goes on. The message that said so is edited as it proceeds and becomes the result.
 *
 * <ul>
 *   <li>How far it is stands in the store, in the transaction that adds a part: what the end of the
 *       process has cut off goes on where it was.
 *   <li>What is tracked already is not tracked twice.
 *   <li>An entry that cannot be stored is counted, and the others are taken.
 * </ul>
 *
 * <p>Confined to one thread.
 */
public final class SourceImports {
  private static final Logger log = LoggerFactory.getLogger(SourceImports.class);

  /** Entries that one transaction takes, so that others wait for the store only shortly. */
  static final int BATCH = 100;

  /** Between two words on how far it is. */
  static final Duration BETWEEN = Duration.ofSeconds(3);

  private final Parts parts;
  private final SentLists lists;
  private Read read = new Read("", List.of());
  private Instant told = Instant.EPOCH;

  /** What it works with. Immutable. */
  public record Parts(
      Database database,
      SourceCatalogue catalogue,
      SourceLook look,
      Audit audit,
      Outbox outbox,
      Composer composer,
      InstantSource clock) {}

  /** What stands in a list. Immutable. */
  private record Read(String id, List<SourceList.Entry> entries) {}

  public SourceImports(Parts parts) {
    this.parts = requireNonNull(parts, "parts is null");
    this.lists = new SentLists(parts.database());
  }

  /** Takes the next part of a list, and tells what has come of those that are taken in. */
  public void step() {
    lists.all(State.TAKING).stream().findFirst().ifPresent(this::takeSome);
    lists.all(State.TAKEN).stream().filter(sent -> !sent.isOfTerminal()).forEach(this::tell);
  }

  /** Takes in what was confirmed in a terminal, and says what has come of it. Takes its time. */
  public List<Message> inTerminal() {
    for (Sent sent : lists.all(State.TAKING)) {
      while (sent.isOfTerminal() && takeSome(sent)) {
        log.debug("A part of a list was taken in.");
      }
    }
    List<Message> said = new ArrayList<>();
    for (Sent sent : lists.all(State.TAKEN)) {
      if (sent.isOfTerminal()) {
        said.add(result(sent));
        parts.database().inTransaction(handle -> drop(sent, handle));
      }
    }
    return said;
  }

  private static Sent drop(Sent sent, Handle handle) {
    SentLists.drop(handle, sent.id());
    return sent;
  }

  /** False where all of it was taken in, by whomever. */
  private boolean takeSome(Sent list) {
    if (!read.id().equals(list.id())) {
      read = new Read(list.id(), SourceList.read(list.content().getBytes(UTF_8)).entries());
    }
    List<SourceList.Entry> all = read.entries();
    return parts
        .database()
        .inTransaction(
            handle -> {
              Optional<Sent> now = SentLists.taking(handle, list.id());
              if (now.isEmpty()) {
                return false;
              }
              int end = Math.min(all.size(), now.get().looked() + BATCH);
              Sent after = add(now.get(), all.subList(now.get().looked(), end));
              boolean done = end == all.size();
              SentLists.advance(handle, after, done);
              if (done) {
                parts
                    .audit()
                    .write(
                        handle,
                        after.person(),
                        Deed.IMPORT_SOURCES,
                        Integer.toString(after.added()));
              } else {
                progress(after, all.size());
              }
              return !done;
            });
  }

  private Sent add(Sent before, List<SourceList.Entry> entries) {
    Sent after = before;
    for (SourceList.Entry entry : entries) {
      after = add(after, entry);
    }
    return after;
  }

  /** The border of one entry. */
  private Sent add(Sent before, SourceList.Entry entry) {
    if (parts.look().refusal(entry.address().toString()).isPresent()) {
      return before.counted(1, 0, 0);
    }
    try {
      Addition addition = parts.database().inTransaction(_ -> addition(entry));
      return before.counted(1, addition instanceof Addition.Added ? 1 : 0, 0);
    } catch (StoreUnavailableException | DamagedStoreException store) {
      throw store;
    } catch (RuntimeException defect) {
      log.error("{} of a list is not tracked. The others are.", entry.address(), defect);
      return before.counted(1, 0, 1);
    }
  }

  private Addition addition(SourceList.Entry entry) {
    String name = AddSource.clean(entry.name());
    return parts
        .catalogue()
        .add(
            name.isEmpty() ? String.valueOf(entry.address().getHost()) : name,
            entry.address(),
            entry.kind(),
            entry.outlet().map(AddSource::clean).filter(each -> !each.isEmpty()),
            entry.language(),
            AddSource.ADDED_BY);
  }

  private void progress(Sent sent, int all) {
    Instant now = parts.clock().instant();
    if (now.isBefore(told.plus(BETWEEN))) {
      return;
    }
    parts
        .outbox()
        .sent(sent.message())
        .ifPresent(
            at -> {
              edit(sent, "/" + sent.looked(), at, working(sent, all));
              told = now;
            });
  }

  private void edit(Sent sent, String place, Outbox.SentMessage at, Message message) {
    parts
        .outbox()
        .enqueue(
            Outgoing.answer(
                "list/" + sent.id() + place,
                new Call.EditMessage(at.chat(), at.messageId(), message)));
  }

  /** As soon as the message that is to be changed has been sent. */
  private void tell(Sent sent) {
    parts
        .outbox()
        .sent(sent.message())
        .ifPresent(
            at ->
                parts
                    .database()
                    .inTransaction(
                        handle -> {
                          edit(sent, "", at, result(sent));
                          return drop(sent, handle);
                        }));
  }

  private Message working(Sent sent, int all) {
    return parts
        .composer()
        .notice(sent.language(), "importsources.working", "looked", sent.looked(), "all", all);
  }

  private Message result(Sent sent) {
    return parts
        .composer()
        .notice(
            sent.language(),
            "importsources.done",
            "count",
            sent.added(),
            "bad",
            sent.failed() > 0,
            "failed",
            sent.failed());
  }
}
