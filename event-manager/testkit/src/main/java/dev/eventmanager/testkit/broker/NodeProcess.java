package dev.eventmanager.testkit.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes of one private RabbitMQ node: its shell and the Erlang VM. */
final class NodeProcess {
  private static final int SECONDS_TO_START = 90;
  private static final int LINES_KEPT = 20;

  private final Process server;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<Void> up = new CompletableFuture<>();

  private NodeProcess(Process server) {
    this.server = server;
  }

  /**
   * Starts it and waits until it says that it is up.
   *
   * @throws EndedException if it ended before
   */
  static NodeProcess start(Path program, Map<String, String> environment) throws IOException {
    ProcessBuilder server = new ProcessBuilder(program.toString()).redirectErrorStream(true);
    server.environment().putAll(environment);
    NodeProcess node = new NodeProcess(server.start());
    node.awaitUp();
    return node;
  }

  /** Ends the node at once, with every process it has started. */
  void kill() {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Stops it in its tracks; its connections stay open, and nobody answers on them. */
  void freeze() throws IOException {
    signal("-STOP");
  }

  /** Goes on where it was frozen. */
  void thaw() throws IOException {
    signal("-CONT");
  }

  private List<ProcessHandle> all() {
    return Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
  }

  private void signal(String signal) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    all().forEach(process -> command.add("" + process.pid()));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitUp() throws IOException {
    Thread reader = new Thread(this::readOutput, "output of the private RabbitMQ");
    reader.setDaemon(true);
    reader.start();
    try {
      up.get(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      kill();
      throw new EndedException("it ended while it came up; its last words: " + lastWords(), e);
    } catch (TimeoutException e) {
      kill();
      throw new IOException("it did not come up; its last words: " + lastWords(), e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it came up", e);
    }
  }

  /** "Starting broker... completed with 3 plugins." is what the server says when it is up. */
  private void readOutput() {
    try (BufferedReader output = server.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        keep(line);
        if (line.contains("completed with")) {
          up.complete(null);
        }
      }
      up.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      up.completeExceptionally(e);
    }
  }

  private synchronized void keep(String line) {
    lastLines.add(line);
    if (lastLines.size() > LINES_KEPT) {
      lastLines.remove();
    }
  }

  private synchronized String lastWords() {
    return String.join(System.lineSeparator(), lastLines);
  }

  /** It came to its end where it should have come up. */
  static final class EndedException extends IOException {
    private EndedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
