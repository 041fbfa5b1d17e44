package dev.eventmanager.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * An executable jar laid out as a plain jar beside its libraries, as Spring Boot's own tools do it:
 * a JVM starts that faster than nested jars and can share its classes from an archive. The tether
 * lies there too, for a JVM rejects an archive once the time of any jar has changed.
 */
record ExtractedJar(Path jar, Path tether, String mainClass) {

  /** Extracts anew only where the content of one of the jars is another than before. */
  static ExtractedJar of(Path executableJar, Path tetherJar, Path folder, Path java) {
    try {
      Path jar = folder.resolve(executableJar.getFileName());
      Path tether = folder.resolve(tetherJar.getFileName());
      Path stamp = folder.resolve("extracted");
      String fingerprint = fingerprintOf(executableJar) + "; " + fingerprintOf(tetherJar);
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(fingerprint)) {
        delete(folder);
        extract(executableJar, folder, java);
        Files.copy(tetherJar, tether);
        Files.writeString(stamp, fingerprint);
      }
      return new ExtractedJar(jar, tether, mainClassOf(jar));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot extract " + executableJar + " to " + folder, e);
    }
  }

  /** By content, since every reproducible build gives a jar the same time. */
  private static String fingerprintOf(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream content = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return "%d bytes, CRC %x".formatted(Files.size(file), checksum.getValue());
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
    String output = new String(tools.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
