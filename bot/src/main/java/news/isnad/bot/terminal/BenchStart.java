package news.isnad.bot.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.question.Asking;
import news.isnad.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code bench start}: what the benchmark runs in a process of its own. It answers the questions on
 * standard input, prints the first answer, and says what it took of processor time and memory.
 */
@Command(name = "start", hidden = true, description = "Answer the lines of standard input.")
final class BenchStart implements Callable<Integer> {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String MARK = "#bench ";

  @Mixin private final Common common = new Common();
  private final Workplace workplace;

  BenchStart(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * What a process took.
   *
   * @param first from its start to its first answer
   * @param processor processor time until then
   * @param firstMegabytes most resident memory until then; empty where the system does not say
   * @param megabytes most resident memory until its end
   */
  record Took(
      Duration first,
      Duration processor,
      Optional<Long> firstMegabytes,
      Optional<Long> megabytes) {}

  @Override
  public Integer call() {
    return workplace.inFolder(common, "bench", (settings, folder, _) -> answer(settings, folder));
  }

  private int answer(Settings settings, DataFolder folder) {
    Asking asking = new Asking(BenchCorpus.NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty());
    try (Engine engine = workplace.engine(settings, folder)) {
      engine.catchUp();
      BufferedReader in = workplace.terminal().in();
      boolean first = true;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var answer = engine.answers().answer(line, asking);
        if (first) {
          AskOnce.print(
              workplace.terminal(),
              engine,
              settings,
              answer.reading().question(),
              answer,
              engine.answers().interpretation(answer.reading(), asking));
          mark();
          first = false;
        }
      }
      mark();
      return Workplace.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark() {
    long processor =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    PrintStream out = workplace.terminal().out();
    out.println(MARK + processor + " " + peakKilobytes());
  }

  private static long peakKilobytes() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return 0;
    }
  }

  /**
   * Starts a process with the launcher's options on a data folder and has it answer.
   *
   * @param main the class that {@code ./isnad} runs
   */
  static Took run(Class<?> main, Path folder, List<String> questions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of("bench", "start", "--data", folder.toString()));
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    try (PrintStream in =
            new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
        BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      questions.forEach(in::println);
      in.flush();
      process.getOutputStream().close();
      long[] atFirst = nextMark(out);
      Duration first = Duration.ofNanos(System.nanoTime() - begun);
      long[] atEnd = nextMark(out);
      return new Took(
          first, Duration.ofMillis(atFirst[0]), megabytes(atFirst[1]), megabytes(atEnd[1]));
    } finally {
      process.destroy();
    }
  }

  /** The options of this process, which are the launcher's. */
  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("--enable-native"))
        .toList();
  }

  private static long[] nextMark(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(MARK)) {
        String[] parts = line.substring(MARK.length()).split(" ", -1);
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
      }
    }
    throw new IOException("the process ended without an answer");
  }

  private static Optional<Long> megabytes(long kilobytes) {
    return kilobytes == 0 ? Optional.empty() : Optional.of(kilobytes / 1024);
  }
}
