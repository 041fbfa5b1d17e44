package dev.eventmanager.testkit.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where distributions put the {@code rabbitmq-server} program. */
final class ServerBinary {
  private static final String NAME = "rabbitmq-server";

  private ServerBinary() {}

  /**
   * The program itself comes before the one on the path: Debian's wrapper there changes to the user
   * rabbitmq, who cannot read our folder.
   */
  static Optional<Path> find() {
    return Stream.of(
            Stream.of(
                Path.of("/usr/lib/rabbitmq/bin"),
                Path.of("/opt/homebrew/opt/rabbitmq/sbin"),
                Path.of("/usr/local/opt/rabbitmq/sbin")),
            releases(Path.of("/usr/lib/rabbitmq/lib")),
            Stream.of(
                    Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(Path::of))
        .flatMap(folders -> folders)
        .map(folder -> folder.resolve(NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> releases(Path folder) {
    try (Stream<Path> releases = Files.list(folder)) {
      return releases.map(release -> release.resolve("sbin")).toList().stream();
    } catch (IOException notThere) {
      return Stream.empty();
    }
  }
}
