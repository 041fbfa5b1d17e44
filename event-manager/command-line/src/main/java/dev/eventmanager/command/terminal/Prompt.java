package dev.eventmanager.command.terminal;

import java.io.Console;
import java.util.Optional;

/** Asks the person at the terminal. What comes back is empty where nobody is there to answer. */
public interface Prompt {

  /** One line. */
  Optional<String> line(String question);

  /** One line that is not shown while it is typed. */
  Optional<String> secret(String question);

  /**
   * Goes on only if the person says yes.
   *
   * @throws FailedException if not, or if nobody is there
   */
  default void requireYes(String question) {
    String answer = line(question + " [y/N] ")
        .orElseThrow(() -> new FailedException(
            ExitStatus.NOT_CONFIRMED,
            "Nobody is there to answer, so nothing was done: add --yes."));
    if (!answer.strip().matches("(?i)y|yes")) {
      throw new FailedException(ExitStatus.NOT_CONFIRMED, "Nothing was done.");
    }
  }

  /** The terminal of this process. */
  static Prompt ofThisProcess() {
    return new Prompt() {
      @Override
      public Optional<String> line(String question) {
        return console().map(console -> console.readLine("%s", question));
      }

      @Override
      public Optional<String> secret(String question) {
        return console().map(console -> console.readPassword("%s", question)).map(String::new);
      }

      private Optional<Console> console() {
        return Optional.ofNullable(System.console());
      }
    };
  }
}
