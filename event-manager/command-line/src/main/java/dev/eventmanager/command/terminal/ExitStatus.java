package dev.eventmanager.command.terminal;

/** How the program ends. */
public final class ExitStatus {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int MISUNDERSTOOD = 2;
  public static final int NOT_LET_IN = 3;
  public static final int NOT_CONFIRMED = 4;
  public static final int NOT_FINISHED = 5;
  public static final int DIFFERENT = 6;

  private ExitStatus() {}
}
