package dev.eventmanager.local.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One running JVM of a service. Its output goes, line by line, to its log file and to whoever
 * listens.
 */
final class ServiceProcess {

  private final ServiceSpec service;
  private final Process process;
  private final Path log;

  private ServiceProcess(ServiceSpec service, Process process, Path log) {
    this.service = service;
    this.process = process;
    this.log = log;
  }

  static ServiceProcess start(
      ServiceSpec service, List<String> command, Path log, Consumer<String> lines) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(service.environment());
      ServiceProcess started = new ServiceProcess(service, builder.start(), log);
      Thread reader = new Thread(() -> started.copyOutput(lines), service.name() + "-output");
      reader.setDaemon(true);
      reader.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + service.name() + " by " + command, e);
    }
  }

  private void copyOutput(Consumer<String> lines) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter file =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        file.write(line);
        file.newLine();
        file.flush();
        lines.accept(line);
      }
    } catch (IOException e) {
      lines.accept("The output of " + service.name() + " can no longer be read: " + e.getMessage());
    }
  }

  ServiceSpec service() {
    return service;
  }

  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  boolean running() {
    return process.isAlive();
  }

  int exitStatus() {
    return process.exitValue();
  }

  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  boolean healthy(HttpClient http) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.health()).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Asks the service to finish what it has in hand and end. */
  void askToStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // It has ended by itself.
    }
  }

  /** Returns when the service has ended; one that takes longer than the limit is killed. */
  void awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
