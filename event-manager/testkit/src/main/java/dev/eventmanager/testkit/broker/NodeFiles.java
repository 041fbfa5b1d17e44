package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The temporary folder of a private RabbitMQ node: settings, data, log and Erlang cookie. */
record NodeFiles(Path folder) {

  /** Virtual hosts are made by the first; queues in partitions need the second. */
  static final String PLUGINS = "[rabbitmq_management,rabbitmq_consistent_hash_exchange].\n";

  /**
   * Makes the folder.
   *
   * @param cookie what nodes and command line know each other by
   * @param settings further lines of {@code rabbitmq.conf}
   */
  static NodeFiles create(NodePorts ports, String cookie, String settings) throws IOException {
    NodeFiles files = new NodeFiles(Files.createTempDirectory("event-manager-rabbitmq-"));
    Files.writeString(files.enabledPlugins(), PLUGINS);
    Files.writeString(files.settings(), """
        listeners.tcp.1 = 127.0.0.1:%d
        management.tcp.ip = 127.0.0.1
        management.tcp.port = %d
        """.formatted(ports.amqp(), ports.management()) + settings);
    Path cookieFile = Files.writeString(files.folder().resolve(".erlang.cookie"), cookie);
    Files.setPosixFilePermissions(cookieFile, PosixFilePermissions.fromString("r--------"));
    return files;
  }

  Path enabledPlugins() {
    return folder.resolve("enabled_plugins");
  }

  Path settings() {
    return folder.resolve("rabbitmq.conf");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("log");
  }

  void delete() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(NodeFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} is left behind: {1}", folder, e);
    }
  }
}
