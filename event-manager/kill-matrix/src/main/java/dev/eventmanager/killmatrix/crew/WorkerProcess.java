package dev.eventmanager.killmatrix.crew;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.eventmanager.killmatrix.worker.Worker;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One JVM of a worker. Thread-safe. */
final class WorkerProcess {

  private final Process process;
  private final BufferedWriter orders;
  private final CountDownLatch ready = new CountDownLatch(1);

  private WorkerProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
  }

  /** Starts one; its output is added to its log. */
  static WorkerProcess start(WorkerSpec spec, Path log) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + spec.heapMegabytes() + "m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Worker.class.getName(),
        spec.program()));
    spec.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      WorkerProcess worker = new WorkerProcess(
          new ProcessBuilder(command).redirectErrorStream(true).start());
      Thread reader = new Thread(() -> worker.copyOutput(log), "output of " + spec.name());
      reader.setDaemon(true);
      reader.start();
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  private void copyOutput(Path log) {
    try (BufferedReader output = process.inputReader();
        BufferedWriter file = Files.newBufferedWriter(log, CREATE, APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals(Worker.READY)) {
          ready.countDown();
        }
        file.write(line);
        file.newLine();
      }
    } catch (IOException gone) {
      // Its last words are lost with it.
    }
  }

  /** Sends an order; one to a process that has just died is lost with it. */
  synchronized void order(String line) {
    try {
      orders.write(line);
      orders.newLine();
      orders.flush();
    } catch (IOException dead) {
      // Whoever waits for what it was told to do sees that it is gone.
    }
  }

  /** Asks for a stop in order. */
  synchronized void askToStop() {
    try {
      orders.close();
    } catch (IOException dead) {
      // Then it has stopped.
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** Whether it has come up; false also where it ended before. */
  boolean isReady() {
    return ready.getCount() == 0 && process.isAlive();
  }

  Optional<Integer> status() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  boolean awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }
}
