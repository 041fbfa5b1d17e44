package dev.eventmanager.command.terminal;

/** What was asked for cannot be done; the message says why and what to do next. */
public final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  /** {@code exitStatus} is one of {@link ExitStatus}. */
  public FailedException(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  public int exitStatus() {
    return exitStatus;
  }
}
