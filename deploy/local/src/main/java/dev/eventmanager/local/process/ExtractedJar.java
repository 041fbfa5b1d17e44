package dev.eventmanager.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * An executable jar laid out as a plain jar beside its libraries, as Spring Boot's own tools do it:
 * a JVM starts that faster than nested jars and can share its classes from an archive.
 */
record ExtractedJar(Path jar, String mainClass) {

  /** Extracts anew only where the executable jar has changed since. */
  static ExtractedJar of(Path executableJar, Path folder, Path java) {
    try {
      Path jar = folder.resolve(executableJar.getFileName());
      FileTime built = Files.getLastModifiedTime(executableJar);
      Path stamp = folder.resolve("extracted");
      if (!Files.exists(stamp) || !Files.getLastModifiedTime(stamp).equals(built)) {
        delete(folder);
        extract(executableJar, folder, java);
        Files.createFile(stamp);
        Files.setLastModifiedTime(stamp, built);
      }
      return new ExtractedJar(jar, mainClassOf(jar));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot extract " + executableJar + " to " + folder, e);
    }
  }

  private static void extract(Path executableJar, Path folder, Path java) throws IOException {
    Process tools = new ProcessBuilder(List.of(
            java.toString(),
            "-Djarmode=tools",
            "-jar",
            executableJar.toString(),
            "extract",
            "--destination",
            folder.toString()))
        .redirectErrorStream(true)
        .start();
    String output = new String(tools.getInputStream().readAllBytes());
    try {
      if (tools.waitFor() != 0) {
        throw new IOException(output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String mainClassOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String name = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (name == null) {
        throw new IOException(jar + " names no Main-Class in its manifest");
      }
      return name;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
