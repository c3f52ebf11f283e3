package news.isnad.bot.terminal;

/**
 * Shows how far long work has come, on standard error, at most ten times a second. Confined to one
 * thread.
 */
final class Progress implements AutoCloseable {
  private static final long PAUSE = 100_000_000;

  /** In a log, only the end is of interest. */
  @SuppressWarnings("SystemConsoleNull") // the null check is what the null checker asks for
  private static final boolean LIVE = System.console() != null && System.console().isTerminal();

  private final Terminal terminal;
  private final String what;
  private final long total;
  private long lastShown;
  private long reached;

  /**
   * Begins.
   *
   * @param total how much there is to do; 0 where that is not known
   */
  Progress(Terminal terminal, String what, long total) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Says that so much is done. */
  void at(long done) {
    reached = done;
    long now = System.nanoTime();
    if (LIVE && now - lastShown >= PAUSE) {
      lastShown = now;
      show();
    }
  }

  /** Ends the line. */
  @Override
  public void close() {
    show();
    terminal.err().println();
  }

  private void show() {
    String of = total > 0 ? " of " + total : "";
    terminal.err().print((LIVE ? "\r" : "") + reached + of + " " + what);
    terminal.err().flush();
  }
}
