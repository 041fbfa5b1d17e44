package dev.eventmanager.bridge;

import java.util.List;

/** Settings the bridge cannot start with; tells every problem, with its fix. */
final class UnusableSettingsException extends RuntimeException {

  UnusableSettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
