package dev.eventmanager.killmatrix.bridge.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The bridge's executable jar, laid out as a plain one beside its libraries, and {@link LaterBridge}
 * beside it.
 */
public final class Installation {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final String START = LaterBridge.class.getName();

  private final Path jar;
  private final Path classes;
  private final Map<String, String> settings;

  private Installation(Path jar, Path classes, Map<String, String> settings) {
    this.jar = jar;
    this.classes = classes;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Lays it out.
   *
   * @param home the root of the source tree, where the bridge has been built
   * @param folder where to
   * @param settings of every instance
   */
  public static Installation in(Path home, Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path built = executableJar(home.resolve("event-manager/sqs-bridge/target"));
    Files.createDirectories(folder);
    Process extraction = new ProcessBuilder(
            JAVA.toString(),
            "-Djarmode=tools",
            "-jar",
            built.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("extraction.log").toFile())
        .start();
    if (extraction.waitFor() != 0) {
      throw new IOException("%s could not be extracted: %s"
          .formatted(built, Files.readString(folder.resolve("extraction.log"))));
    }
    return new Installation(folder.resolve(built.getFileName()), copyStart(folder), settings);
  }

  private static Path executableJar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findAny()
          .orElseThrow(() -> new IOException("no bridge has been built in " + target));
    }
  }

  private static Path copyStart(Path folder) throws IOException {
    Path classes = folder.resolve("start");
    String name = START.replace('.', '/') + ".class";
    Path copy = classes.resolve(name);
    Files.createDirectories(copy.getParent());
    try (InputStream content = LaterBridge.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(content), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return classes;
  }

  /** What starts an instance whose clock is ahead by so much. */
  List<String> command(Duration ahead) {
    List<String> command = new ArrayList<>(List.of(
        JAVA.toString(),
        "-Xmx160m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        jar + File.pathSeparator + classes,
        START,
        "--ahead=" + ahead));
    settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
    return command;
  }
}
