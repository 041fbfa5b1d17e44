package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The temporary folder of a private RabbitMQ node: settings, data, log and Erlang cookie. */
record NodeFiles(Path folder) {

  static NodeFiles create(NodePorts ports) throws IOException {
    NodeFiles files = new NodeFiles(Files.createTempDirectory("event-manager-rabbitmq-"));
    Files.writeString(files.enabledPlugins(), "[rabbitmq_management].\n");
    Files.writeString(files.settings(), """
        listeners.tcp.1 = 127.0.0.1:%d
        management.tcp.ip = 127.0.0.1
        management.tcp.port = %d
        """.formatted(ports.amqp(), ports.management()));
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
