package dev.eventmanager.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the running shop keeps its files: {@code root} for what it writes, {@code tether} for the
 * jar it lends.
 */
public record ProcessFolders(Path root, Path tether) {

  Path application(String service) {
    return root.resolve("applications").resolve(service);
  }

  public Path logs() {
    return existing(root.resolve("logs"));
  }

  Path log(String service) {
    return logs().resolve(service + ".log");
  }

  private static Path existing(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + folder, e);
    }
  }
}
