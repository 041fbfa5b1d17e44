package dev.eventmanager.command.explain;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.explain.RoutingFacts;
import dev.eventmanager.explain.ServiceRoutes;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What services commit about themselves, read from their jars and folders. */
final class ServiceFiles {

  private static final String FOLDER = "META-INF/event-manager/services";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The form of a file; what else stands in it is of no concern here. */
  record ServiceFile(String service, List<String> publishes, List<QueueFile> queues) {

    ServiceFile {
      require("service", service);
      require("publishes", publishes);
      require("queues", queues);
    }

    ServiceRoutes routes() {
      Map<String, Set<String>> patterns = new LinkedHashMap<>();
      queues.forEach(each -> patterns.put(each.queue(), new LinkedHashSet<>(each.patterns())));
      return new ServiceRoutes(service, new LinkedHashSet<>(publishes), patterns);
    }
  }

  record QueueFile(String queue, List<String> patterns) {

    QueueFile {
      require("queue", queue);
      require("patterns", patterns);
    }
  }

  private ServiceFiles() {}

  private static void require(String field, Object value) {
    Objects.requireNonNull(value, "\"%s\" is missing".formatted(field));
  }

  /** What they say together; a failure names the file, or what the files disagree on. */
  static RoutingFacts read(List<Path> places) {
    List<ServiceRoutes> services = new ArrayList<>();
    places.forEach(place -> services.addAll(in(place)));
    try {
      return ServiceRoutes.together(services);
    } catch (IllegalArgumentException wrong) {
      throw new FailedException(ExitStatus.FAILED, String.valueOf(wrong.getMessage()));
    }
  }

  private static List<ServiceRoutes> in(Path place) {
    try {
      if (Files.isDirectory(place)) {
        return below(place, place.resolve(FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return below(place, jar.getPath(FOLDER));
      }
    } catch (IOException | RuntimeException unreadable) {
      throw unreadable instanceof FailedException known
          ? known
          : failed("%s cannot be read: %s", place, unreadable);
    }
  }

  private static List<ServiceRoutes> below(Path place, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw failed(
          "%s has no %s; give the jar or target/classes of a service that commits it",
          place, FOLDER);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(ServiceFiles::routes)
          .toList();
    }
  }

  private static ServiceRoutes routes(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), ServiceFile.class).routes();
    } catch (JacksonException broken) {
      throw failed(
          "%s is broken (%s); it has \"service\", \"publishes\" and \"queues\", each with \"queue\" and \"patterns\"",
          file, broken.getOriginalMessage());
    } catch (IOException unreadable) {
      throw failed("%s cannot be read: %s", file, unreadable);
    }
  }

  private static FailedException failed(String message, Object... arguments) {
    return new FailedException(ExitStatus.FAILED, message.formatted(arguments));
  }
}
