package dev.eventmanager.contracts;

/** What a check is run with to write what it otherwise compares. */
public final class UpdateFlag {

  private static final String PROPERTY = "event-manager.contracts";
  private static final String UPDATE = "update";

  /** As it stands on a command line. */
  public static final String TEXT = "-D" + PROPERTY + "=" + UPDATE;

  private UpdateFlag() {}

  /** Whether this process was given it. */
  public static boolean isGiven() {
    return UPDATE.equals(System.getProperty(PROPERTY));
  }
}
