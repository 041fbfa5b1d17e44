package dev.eventmanager.killmatrix.bridge.process;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One JVM of the bridge. Its output is added to its log. Thread-safe. */
final class Instance {

  /** What Spring Boot says once everything has started. */
  private static final String UP = "Started LaterBridge in ";

  private final Process process;
  private final CountDownLatch up = new CountDownLatch(1);

  private Instance(Process process) {
    this.process = process;
  }

  static Instance start(List<String> command, Path log) {
    try {
      Instance instance =
          new Instance(new ProcessBuilder(command).redirectErrorStream(true).start());
      Thread reader = new Thread(() -> instance.copyOutput(log), "output of the bridge");
      reader.setDaemon(true);
      reader.start();
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  private void copyOutput(Path log) {
    try (BufferedReader output = process.inputReader();
        BufferedWriter file = Files.newBufferedWriter(log, CREATE, APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains(UP)) {
          up.countDown();
        }
        file.write(line);
        file.newLine();
        file.flush();
      }
    } catch (IOException gone) {
      // Its last words are lost with it.
    }
  }

  boolean isUp() {
    return up.getCount() == 0 && process.isAlive();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** SIGTERM. */
  void askToStop() {
    process.destroy();
  }

  /** One that hangs is killed. */
  void awaitEnd(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
