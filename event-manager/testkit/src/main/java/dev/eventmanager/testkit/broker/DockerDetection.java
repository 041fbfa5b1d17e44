package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether it is worth asking Testcontainers for Docker. Testcontainers itself takes seconds and
 * fills the log where there is none; a look at the sockets takes a millisecond.
 */
final class DockerDetection {
  private DockerDetection() {}

  static boolean mayBeThere() {
    return testcontainersIsOnTheClassPath()
        && (isConfigured() || sockets().anyMatch(DockerDetection::answers));
  }

  private static boolean testcontainersIsOnTheClassPath() {
    return DockerDetection.class
            .getClassLoader()
            .getResource("org/testcontainers/rabbitmq/RabbitMQContainer.class")
        != null;
  }

  private static boolean isConfigured() {
    return System.getenv("DOCKER_HOST") != null
        || System.getProperty("os.name").startsWith("Windows")
        || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
  }

  /** The system's daemon, a rootless one, and Docker Desktop's. */
  private static Stream<Path> sockets() {
    String home = System.getProperty("user.home");
    return Stream.of(
            "/var/run/docker.sock",
            Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), home) + "/docker.sock",
            home + "/.docker/run/docker.sock",
            home + "/.docker/desktop/docker.sock")
        .map(Path::of);
  }

  private static boolean answers(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
