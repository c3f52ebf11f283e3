package news.isnad.speaker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A number for the rules of this program: of all classes and tables that attribution is made of. It
 * is another one where any of them is, so that nobody can forget to change it. Stateless.
 */
final class RulesVersion {
  private static final List<String> PACKAGES =
      List.of(
          "news/isnad/speaker/", "news/isnad/text/", "news/isnad/lexicon/", "news/isnad/config/");

  private RulesVersion() {}

  private static final class Holder {
    static final int VERSION = found();
  }

  /** The number, above 0; 0 where the program cannot be read. */
  static int ofThis() {
    return Holder.VERSION;
  }

  private static int found() {
    SortedMap<String, Long> parts = new TreeMap<>();
    try {
      ClassLoader loader = RulesVersion.class.getClassLoader();
      for (String name : PACKAGES) {
        for (URL place : Collections.list(loader.getResources(name))) {
          add(place, name, parts);
        }
      }
    } catch (IOException | URISyntaxException | UncheckedIOException e) {
      return 0;
    }
    CRC32C all = new CRC32C();
    parts.forEach((name, sum) -> all.update((name + sum).getBytes(StandardCharsets.UTF_8)));
    return parts.isEmpty() ? 0 : 1 + (int) (all.getValue() >>> 2);
  }

  private static void add(URL place, String name, SortedMap<String, Long> parts)
      throws IOException, URISyntaxException {
    if (place.openConnection() instanceof JarURLConnection connection) {
      JarFile jar = connection.getJarFile();
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(name) && !entry.isDirectory()) {
          parts.put(entry.getName(), entry.getCrc());
        }
      }
    } else {
      add(Path.of(new URI(place.toString())), name, parts);
    }
  }

  private static void add(Path folder, String name, SortedMap<String, Long> parts)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
          sum.update(in.readAllBytes());
        }
        parts.put(name + folder.relativize(file), sum.getValue());
      }
    }
  }
}
