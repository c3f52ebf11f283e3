package news.isnad.config;

import java.util.List;

/** What reading the configuration came to. Immutable. */
public sealed interface Configuration {
  /**
   * It can be used.
   *
   * @param effective every setting with its origin, in the order of the file
   * @param warnings what is odd but harmless, one line each
   */
  record Read(Settings settings, List<Setting> effective, List<String> warnings)
      implements Configuration {
    public Read {
      effective = List.copyOf(effective);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It cannot be used.
   *
   * @param problems all of them, one line each: the key, where it is set, what is wrong and the
   *     remedy
   */
  record Refused(List<String> problems) implements Configuration {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
