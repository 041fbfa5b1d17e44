package dev.eventmanager.contracts;

import dev.eventmanager.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of files that are generated: what they have to hold, and what they do. */
final class GeneratedFolder {

  private final Path folder;
  private final SortedMap<String, String> files;
  private final Predicate<Path> isGenerated;

  /**
   * A folder with these files.
   *
   * @param files the text that each has to hold, by its name in the folder
   * @param isGenerated whether a file that is there was generated, now or once
   */
  GeneratedFolder(Path folder, SortedMap<String, String> files, Predicate<Path> isGenerated) {
    this.folder = folder;
    this.files = files;
    this.isGenerated = isGenerated;
  }

  /** What is stale, missing or left over, a file each. */
  List<String> differences() {
    Stream<String> stale = files.entrySet().stream()
        .filter(file -> !isCurrent(file.getKey(), file.getValue()))
        .map(file -> describe(folder.resolve(file.getKey()), file.getValue()));
    Stream<String> leftOver = leftOver().stream()
        .map(file -> file + "\n    is left over: no declared event has it any more");
    return Stream.concat(stale, leftOver).toList();
  }

  /** Writes what is stale or missing, and deletes what is left over. */
  void update() {
    try {
      for (Path file : leftOver()) {
        Files.delete(file);
      }
      for (String name : files.keySet()) {
        if (!isCurrent(name, files.get(name))) {
          Files.createDirectories(folder.resolve(name).getParent());
          Files.writeString(folder.resolve(name), files.get(name));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("contract files cannot be written: " + failure, failure);
    }
  }

  private boolean isCurrent(String name, String text) {
    Path file = folder.resolve(name);
    return Files.exists(file) && ContractJson.text(file).equals(text);
  }

  private static String describe(Path file, String expected) {
    return file + "\n    "
        + (Files.exists(file)
            ? String.join("\n    ", new StaleFile(file, expected).differences())
            : "is missing");
  }

  private List<Path> leftOver() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !files.containsKey(name(file)))
          .filter(isGenerated)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("folder %s cannot be read".formatted(folder), failure);
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
