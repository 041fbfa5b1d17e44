package dev.eventmanager.local.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints whole lines from any thread. Without a terminal, or with {@code NO_COLOR}, it prints plain
 * text only.
 */
public final class Terminal {

  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean interactive;
  private final boolean colour;
  private boolean progressShown;

  private Terminal(PrintStream out, boolean interactive, boolean colour) {
    this.out = out;
    this.interactive = interactive;
    this.colour = colour;
  }

  /** Plain text to any stream. */
  public static Terminal plain(PrintStream out) {
    return new Terminal(out, false, false);
  }

  /**
   * The terminal this process was started from; always UTF-8, whatever the platform's default is.
   */
  @SuppressWarnings("SystemConsoleNull") // isTerminal answers for newer versions
  public static Terminal ofThisProcess() {
    boolean interactive = System.console() != null && isTerminal();
    String noColour = System.getenv("NO_COLOR");
    boolean colour = interactive && (noColour == null || noColour.isEmpty());
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return new Terminal(out, interactive, colour);
  }

  /** Since JDK 22 {@link System#console()} may stand for a pipe, and only its own method tells. */
  private static boolean isTerminal() {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  public synchronized void print(String line) {
    eraseProgress();
    out.println(line);
  }

  /** Says on standard error, in one line, why the command cannot go on. */
  public synchronized void complain(String message) {
    eraseProgress();
    out.flush();
    System.err.println("run: " + message);
  }

  /** Shows what is being waited for, on a terminal only; the next line takes its place. */
  public synchronized void progress(String text) {
    if (interactive) {
      eraseProgress();
      out.print("  " + faint(text));
      out.flush();
      progressShown = true;
    }
  }

  private void eraseProgress() {
    if (progressShown) {
      out.print(ERASE_LINE);
      progressShown = false;
    }
  }

  public String bold(String text) {
    return styled("1", text);
  }

  public String faint(String text) {
    return styled("2", text);
  }

  public String red(String text) {
    return styled("31", text);
  }

  public String green(String text) {
    return styled("32", text);
  }

  public String yellow(String text) {
    return styled("33", text);
  }

  public String blue(String text) {
    return styled("36", text);
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
