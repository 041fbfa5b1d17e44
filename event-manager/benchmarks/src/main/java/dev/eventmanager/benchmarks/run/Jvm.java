package dev.eventmanager.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own for each run, so that nothing is left of others. */
public final class Jvm {

  private Jvm() {}

  /**
   * Runs a program to its end.
   *
   * @param options of the virtual machine
   * @return the lines it printed
   * @throws IllegalStateException if it failed, or had to be ended after so many seconds
   */
  public static List<String> run(
      int seconds, List<String> options, String classPath, List<String> program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(program);
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    process
        .onExit()
        .orTimeout(seconds, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly());
    List<String> lines = linesOf(process);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    if (status != 0) {
      throw new IllegalStateException(
          "it ended with status %d: %s %s".formatted(status, program, lines));
    }
    return lines;
  }

  private static List<String> linesOf(Process process) throws IOException {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        Stream<String> lines = output.lines()) {
      return lines.toList();
    }
  }
}
