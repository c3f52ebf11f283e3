package news.isnad.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;

/**
 * Takes stored editions through the steps that follow, in the order of their sequences.
 *
 * <p>All steps that need what is understood take a batch beside one another, while the next batch
 * is being understood. Each step sees the batches one after the other. A step that fails ends it,
 * after the others have done the same batch.
 *
 * <p>It ends where nothing more is waiting than has just been taken, or after so many batches:
 * articles that come in without a pause are not waited for, so that what was taken can be found.
 * Confined to one thread.
 */
final class Following {
  private static final int BATCH = 200;

  /** What is taken at most before it can be found. */
  private static final int MOST_BATCHES = 50;

  /** Steps wait for the store, and must not wait for whoever else uses the common pool. */
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().daemon(true).name("following").start(task);

  private final ArticleStore articles;
  private final Function<List<Edition>, Map<Long, List<Statement>>> understanding;
  private final List<Consumer<Batch>> steps;

  /** Editions with what is said in them, by sequence. */
  record Batch(List<Edition> editions, Map<Long, List<Statement>> statements) {
    List<Statement> statements(Edition edition) {
      return statements.getOrDefault(edition.sequence(), List.of());
    }
  }

  Following(
      ArticleStore articles,
      Function<List<Edition>, Map<Long, List<Statement>>> understanding,
      List<Consumer<Batch>> steps) {
    this.articles = articles;
    this.understanding = understanding;
    this.steps = List.copyOf(steps);
  }

  /**
   * Follows what is stored after a sequence.
   *
   * @param progress told the number of editions done, now and then
   * @return the last sequence; where there was nothing, the one given
   */
  long after(long sequence, LongConsumer progress) {
    long after = sequence;
    long done = 0;
    CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    try {
      boolean more = true;
      for (int batches = 0; more && batches < MOST_BATCHES; batches++) {
        List<Edition> editions = articles.after(after, BATCH);
        if (editions.isEmpty()) {
          break;
        }
        more = editions.size() == BATCH;
        Batch batch = new Batch(editions, understanding.apply(editions));
        ended(before, done, progress);
        before = begun(batch);
        after = editions.getLast().sequence();
        done += editions.size();
      }
      ended(before, done, progress);
      return after;
    } finally {
      before.handle((_, _) -> true).join(); // how it ended has been told
    }
  }

  /**
   * Follows all that is stored after a sequence, also what comes in meanwhile.
   *
   * @param progress told the number of editions done, now and then
   * @return the last sequence; where there was nothing, the one given
   */
  long toTheEnd(long sequence, LongConsumer progress) {
    AtomicLong done = new AtomicLong();
    long before = sequence - 1;
    long last = sequence;
    while (last > before) {
      long already = done.get();
      before = last;
      last =
          after(
              before,
              more -> {
                done.set(already + more);
                progress.accept(already + more);
              });
    }
    return last;
  }

  private CompletableFuture<Void> begun(Batch batch) {
    return CompletableFuture.allOf(
        steps.stream()
            .map(step -> CompletableFuture.runAsync(() -> step.accept(batch), BESIDE))
            .toArray(CompletableFuture<?>[]::new));
  }

  private static void ended(CompletableFuture<Void> steps, long done, LongConsumer progress) {
    try {
      steps.join();
      if (done > 0) {
        progress.accept(done);
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
