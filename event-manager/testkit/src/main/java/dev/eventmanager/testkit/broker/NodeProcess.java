package dev.eventmanager.testkit.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes of one private RabbitMQ node: its port mapper, its shell and the Erlang VM. */
final class NodeProcess {
  private static final int SECONDS_TO_START = 90;
  private static final int LINES_KEPT = 20;

  private final Process portMapper;
  private final Process server;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<Void> up = new CompletableFuture<>();

  private NodeProcess(Process portMapper, Process server) {
    this.portMapper = portMapper;
    this.server = server;
  }

  /** Starts both and waits until the server says that it is up. */
  static NodeProcess start(Path program, NodeFiles files, NodePorts ports) throws IOException {
    // A mapper of our own and in the foreground: the one that a node starts by itself would outlive
    // it.
    Process portMapper = new ProcessBuilder(
            "epmd", "-port", "" + ports.epmd(), "-address", "127.0.0.1")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    ProcessBuilder server = new ProcessBuilder(program.toString()).redirectErrorStream(true);
    server.environment().putAll(environment(files, ports));
    NodeProcess node = new NodeProcess(portMapper, startOrKill(server, portMapper));
    node.awaitUp();
    return node;
  }

  /** Ends the node at once, with every process it has started. */
  void kill() {
    List<ProcessHandle> all = Stream.concat(
            server.descendants(), Stream.of(server.toHandle(), portMapper.toHandle()))
        .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private static Process startOrKill(ProcessBuilder server, Process portMapper) throws IOException {
    try {
      return server.start();
    } catch (IOException e) {
      portMapper.destroyForcibly();
      throw e;
    }
  }

  private static Map<String, String> environment(NodeFiles files, NodePorts ports) {
    return Map.ofEntries(
        Map.entry("HOME", files.folder().toString()), // the Erlang cookie is made there
        Map.entry("ERL_EPMD_PORT", "" + ports.epmd()),
        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
        Map.entry("RABBITMQ_NODENAME", "event-manager-" + ports.amqp() + "@localhost"),
        Map.entry("RABBITMQ_NODE_PORT", "" + ports.amqp()),
        Map.entry("RABBITMQ_DIST_PORT", "" + ports.distribution()),
        Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"), // not the one under /etc
        Map.entry("RABBITMQ_CONFIG_FILE", files.settings().toString()),
        Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", files.enabledPlugins().toString()),
        Map.entry("RABBITMQ_MNESIA_BASE", files.data().toString()),
        Map.entry("RABBITMQ_LOG_BASE", files.log().toString()));
  }

  private void awaitUp() throws IOException {
    Thread reader = new Thread(this::readOutput, "output of the private RabbitMQ");
    reader.setDaemon(true);
    reader.start();
    try {
      up.get(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
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
}
