package dev.eventmanager.killmatrix.postgres;

import dev.eventmanager.testkit.broker.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this machine's installation, with data and port of its own. Ends, with all of its
 * files, on {@link #close()} and with this JVM.
 *
 * <p>It does not wait for its disk ({@code fsync=off}): processes are killed here, not the machine,
 * and the system keeps what a killed process has written.
 */
final class PrivatePostgres implements Postgres {

  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  private final ServerPrograms programs;
  private final Path folder;
  private final int port;
  private final Thread atExit = new Thread(this::stop, "stop private PostgreSQL");

  private PrivatePostgres(ServerPrograms programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** The programs of the newest installation, if there is one. */
  static Optional<Path> findPrograms() {
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  /**
   * Sets one up and starts it.
   *
   * @param programs as {@link #findPrograms()} found them
   */
  static PrivatePostgres start(Path programs) {
    try {
      Path folder = Files.createTempDirectory("event-manager-postgres-");
      PrivatePostgres postgres =
          new PrivatePostgres(new ServerPrograms(programs), folder, FreePorts.one());
      Runtime.getRuntime().addShutdownHook(postgres.atExit);
      postgres.programs.own(folder);
      postgres.programs.run(
          "initdb", "-D", postgres.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
      postgres.startServer();
      return postgres;
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL could not be set up: " + e.getMessage(), e);
    }
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, USER);
  }

  @Override
  public boolean canRestart() {
    return true;
  }

  @Override
  public void restartFast() {
    stopServer("fast");
    startServer();
  }

  @Override
  public void restartImmediately() {
    stopServer("immediate");
    startServer();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      return; // the hook does it
    }
    stop();
  }

  private void stop() {
    try {
      stopServer("immediate");
    } finally {
      programs.delete(folder);
    }
  }

  private void startServer() {
    String options =
        "-p %d -h 127.0.0.1 -k %s -c max_connections=300 -c fsync=off -c shared_buffers=256MB"
            .formatted(port, folder);
    programs.run(
        "pg_ctl",
        "-D",
        data(),
        "-s",
        "-w",
        "-t",
        "60",
        "-l",
        folder + "/log",
        "-o",
        options,
        "start");
  }

  private void stopServer(String mode) {
    programs.run("pg_ctl", "-D", data(), "-s", "-w", "-m", mode, "stop");
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
