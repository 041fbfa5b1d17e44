package dev.eventmanager.local;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line as an operator does, in a process of its own. */
record OperatorTerminal(URI management, OperatorLogin login) {

  private static final Path PROGRAM =
      Path.of(System.getProperty("shop.home"), "event-manager/command-line/target/events.jar");

  /** What a command printed, and how it ended. */
  record Ran(int exitStatus, String output) {}

  Ran parked(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        PROGRAM.toString(),
        "parked"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("EVENT_MANAGER_URL", management.toString());
      builder.environment().put("EVENT_MANAGER_USER", login.name());
      builder.environment().put("EVENT_MANAGER_PASSWORD", login.password());
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), output);
    } catch (IOException e) {
      throw new IllegalStateException("the command line did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
