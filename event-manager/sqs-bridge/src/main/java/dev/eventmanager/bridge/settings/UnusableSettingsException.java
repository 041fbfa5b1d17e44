package dev.eventmanager.bridge.settings;

import java.util.List;

/** Settings the bridge cannot start with; tells every problem, with its fix. */
public final class UnusableSettingsException extends RuntimeException {

  /** Of problems as people read them, a line each. */
  public UnusableSettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
