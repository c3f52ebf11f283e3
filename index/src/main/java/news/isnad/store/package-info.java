/**
 * The database behind everything that must not be lost: transactions, migrations, backup. Knows
 * nothing about articles.
 *
 * <pre>{@code
 * try (Database database = Database.open(folder.database(), List.of("news/isnad/article/migrations"))) {
 *   database.inTransaction(handle -> handle.createUpdate("INSERT INTO ...").execute());
 *   long count = database.reading(handle -> handle.createQuery("SELECT count(*) ...").mapTo(Long.class).one());
 *   database.backup(Path.of("isnad-backup.db"));
 * }
 * }</pre>
 *
 * <p>Inside: SQLite in WAL mode with {@code synchronous=FULL}; one writer, served in the order in
 * which callers came; several readers that neither wait for the writer nor hold it up. All that is
 * peculiar to SQLite stays in this package: statements elsewhere are plain SQL with {@code INSERT
 * .. ON CONFLICT}, the number of a new row is told by {@link news.isnad.store.Prepared#inserted},
 * times are epoch milliseconds in {@code BIGINT} columns, and migrations write {@code ${identity}}
 * for a key that the database counts and never gives twice.
 *
 * <p>Promises: what {@link news.isnad.store.Database#inTransaction} returned is on the disk; what
 * threw, or was cut off by the death of the process, has left nothing. Other processes may use the
 * same file at the same time. {@link news.isnad.store.DataFolder} says which process runs the bot.
 */
@NullMarked
package news.isnad.store;

import org.jspecify.annotations.NullMarked;
