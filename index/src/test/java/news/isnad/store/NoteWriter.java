package news.isnad.store;

import java.nio.file.Path;
import java.util.List;

/** A process that stores pairs of notes and prints the number of each pair that is durable. */
final class NoteWriter {
  private NoteWriter() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    try (Database database = Database.open(file, List.of("news/isnad/store/notes"))) {
      for (int i = 1; ; i++) {
        String words = arguments[1] + i;
        database.inTransaction(
            handle -> {
              handle.execute("INSERT INTO note (words) VALUES (?)", words + "a");
              return handle.execute("INSERT INTO note (words) VALUES (?)", words + "b");
            });
        System.out.println(words);
        System.out.flush();
      }
    }
  }
}
