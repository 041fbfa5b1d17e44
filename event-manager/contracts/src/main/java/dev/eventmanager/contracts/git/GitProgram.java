package dev.eventmanager.contracts.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs {@code git} in a folder and waits for it. */
record GitProgram(String program) {

  /** What it printed, or empty if it failed. */
  Optional<byte[]> run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      git.getOutputStream().close();
      byte[] printed = git.getInputStream().readAllBytes();
      return git.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException missing) {
      throw new GitException(
          "%s cannot be run: %s; install git and put it on the PATH, or compare with a directory"
              .formatted(program, missing.getMessage()),
          missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GitException("interrupted while %s ran".formatted(command), interrupted);
    }
  }

  /** The one line that it printed, or empty if it failed. */
  Optional<String> line(Path folder, String... arguments) {
    return run(folder, arguments).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }
}
