package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ node with its files, its ports and its name, that runs or does not. Thread-safe, as
 * far as one thread does not wait for another that starts it.
 */
final class RabbitMqNode {

  private static final String HOST = "@localhost";
  private static final int ATTEMPTS_TO_START = 3;

  /** The names of quorum queues, and the log of exchanges, queues and bindings. */
  private static final String WRITE_DOWN = """
      case ra_system:fetch(quorum_queues) of
        #{names := #{directory_rev := Names}} -> dets:sync(Names);
        _ -> none
      end,
      mnesia:sync_log().""";

  private final Path server;
  private final String name;
  private final NodePorts ports;
  private final NodeFiles files;
  private final PortMapper mapper;
  private final String erlangArguments;
  private @Nullable NodeProcess process;

  /**
   * A node that does not run yet.
   *
   * @param server the {@code rabbitmq-server} program; {@code rabbitmqctl} is beside it
   * @param name without the host
   * @param erlangArguments further arguments of the Erlang VM
   */
  RabbitMqNode(
      Path server,
      String name,
      NodePorts ports,
      NodeFiles files,
      PortMapper mapper,
      String erlangArguments) {
    this.server = server;
    this.name = name;
    this.ports = ports;
    this.files = files;
    this.mapper = mapper;
    this.erlangArguments = erlangArguments;
  }

  static String fullName(String name) {
    return name + HOST;
  }

  String fullName() {
    return fullName(name);
  }

  /** Without the host. */
  String name() {
    return name;
  }

  NodePorts ports() {
    return ports;
  }

  URI uri() {
    return URI.create("amqp://guest:guest@127.0.0.1:" + ports.amqp());
  }

  URI managementUri() {
    return URI.create("http://guest:guest@127.0.0.1:" + ports.management());
  }

  synchronized boolean isRunning() {
    return process != null;
  }

  /** Starts it, on the data it has; it accepts connections when this returns. */
  synchronized void start() {
    if (process != null) {
      return;
    }
    try {
      process = startOrAgain();
    } catch (IOException e) {
      throw new BrokerUnavailableException(
          "%s did not start %s: %s".formatted(server, fullName(), e.getMessage()), e);
    }
  }

  /**
   * A node that asks another one for its feature flags while that one is still coming up may end
   * over the answer (seen with 3.10). A service manager would start it again, and so does this.
   */
  private NodeProcess startOrAgain() throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS_TO_START; attempt++) {
      try {
        return NodeProcess.start(server, environment());
      } catch (NodeProcess.EndedException tripped) {
        System.getLogger(RabbitMqNode.class.getName())
            .log(System.Logger.Level.WARNING, "{0} starts again: {1}", fullName(), tripped);
      }
    }
    return NodeProcess.start(server, environment());
  }

  /**
   * Ends it at once, as a power cut would; but what was declared is written down first. RabbitMQ
   * does so by itself some seconds after a declaration, and killed before that 3.10 finds neither
   * the queue again nor what it had confirmed for it.
   */
  synchronized void crash() {
    control("eval", WRITE_DOWN);
    kill();
  }

  private void kill() {
    if (process != null) {
      process.kill();
      process = null;
    }
  }

  synchronized void freeze() {
    signal(NodeProcess::freeze);
  }

  synchronized void thaw() {
    signal(NodeProcess::thaw);
  }

  /** Ends it and leaves nothing behind. */
  synchronized void remove() {
    kill();
    mapper.close();
    files.delete();
  }

  /**
   * Runs {@code rabbitmqctl} on it.
   *
   * @return what it said
   */
  String control(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(server.resolveSibling("rabbitmqctl").toString());
    command.add("--quiet");
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().putAll(environment());
    try {
      Process running = program.start();
      String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (running.waitFor() != 0) {
        throw new BrokerUnavailableException("%s failed: %s".formatted(command, said), null);
      }
      return said.strip();
    } catch (IOException e) {
      throw new BrokerUnavailableException("%s failed: %s".formatted(command, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException("%s was interrupted".formatted(command), e);
    }
  }

  private void signal(Signal signal) {
    if (process == null) {
      throw new IllegalStateException(fullName() + " does not run");
    }
    try {
      signal.to(process);
    } catch (IOException e) {
      throw new BrokerUnavailableException("%s: %s".formatted(fullName(), e), e);
    }
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("HOME", files.folder().toString()), // the Erlang cookie is there
        Map.entry("ERL_CRASH_DUMP", files.folder().resolve("erl_crash.dump").toString()),
        Map.entry("ERL_EPMD_PORT", "" + mapper.port()),
        Map.entry("RABBITMQ_NODENAME", fullName()),
        Map.entry("RABBITMQ_NODE_PORT", "" + ports.amqp()),
        Map.entry("RABBITMQ_DIST_PORT", "" + ports.distribution()),
        Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", erlangArguments),
        Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"), // not the one under /etc
        Map.entry("RABBITMQ_CONFIG_FILE", files.settings().toString()),
        Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", files.enabledPlugins().toString()),
        Map.entry("RABBITMQ_MNESIA_BASE", files.data().toString()),
        Map.entry("RABBITMQ_LOG_BASE", files.log().toString()));
  }

  @FunctionalInterface
  private interface Signal {
    void to(NodeProcess process) throws IOException;
  }
}
