package dev.eventmanager.killmatrix.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs, which refuse to run as root: then they run as its own user. */
record ServerPrograms(Path folder) {

  private static final String OWNER = "postgres";

  /** Runs one to its end. */
  void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      // To a file, not a pipe: the server inherits it and would keep a pipe open.
      Path output = Files.createTempFile("event-manager-postgres-", ".log");
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      int status = process.waitFor();
      String said = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (status != 0) {
        throw new IllegalStateException("%s ended with %d: %s".formatted(command, status, said));
      }
    } catch (IOException e) {
      throw new IllegalStateException("%s cannot be run".formatted(command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gives a folder to whoever the programs run as. */
  void own(Path given) throws IOException {
    if (isRoot()) {
      Files.setOwner(
          given,
          given.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
    }
  }

  void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.getLogger(ServerPrograms.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} is left behind: {1}", folder, e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
