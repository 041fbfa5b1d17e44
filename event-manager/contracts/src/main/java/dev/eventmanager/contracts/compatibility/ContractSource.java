package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.git.GitRef;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files below {@code META-INF/event-manager} of one resources folder, now or at a git ref.
 *
 * @param name the folder, for messages
 * @param texts by path below {@code META-INF/event-manager}
 */
record ContractSource(String name, SortedMap<String, String> texts) {

  private static final Path ROOT = Path.of("META-INF", "event-manager");

  static ContractSource of(Path resources) {
    if (!Files.isDirectory(resources)) {
      throw new BrokenContractException(
          "there is no folder %s; name one that has META-INF/event-manager in it"
              .formatted(resources));
    }
    Path root = resources.resolve(ROOT);
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(root)) {
      files(root)
          .forEach(file -> texts.put(
              root.relativize(file).toString().replace('\\', '/'), ContractJson.text(file)));
    }
    return new ContractSource(root.toString(), texts);
  }

  static ContractSource of(Path resources, String ref) {
    Path root = resources.resolve(ROOT);
    return new ContractSource("%s at %s".formatted(root, ref), GitRef.of(ref).files(root));
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".json")).toList().stream();
    } catch (IOException unreadable) {
      throw new BrokenContractException(
          "folder %s cannot be read: %s".formatted(root, unreadable), unreadable);
    }
  }

  /** The text's place, for messages. */
  String place(String path) {
    return "%s in %s".formatted(path, name);
  }
}
