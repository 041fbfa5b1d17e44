package dev.eventmanager.killmatrix.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A PostgreSQL that the matrix may fill, and restart where it is its own. */
public interface Postgres extends AutoCloseable {

  /**
   * One of its own where the programs are installed; else the one of {@code
   * EVENT_MANAGER_TEST_POSTGRES}, or on port 5432, which is not restarted.
   */
  static Postgres find() {
    return PrivatePostgres.findPrograms()
        .<Postgres>map(PrivatePostgres::start)
        .orElseGet(() -> new GivenPostgres(Objects.requireNonNullElse(
            System.getenv("EVENT_MANAGER_TEST_POSTGRES"),
            "jdbc:postgresql://localhost:5432/postgres?user=postgres")));
  }

  /** Where JDBC finds a database of it, with at least one parameter. */
  String url(String database);

  /** Whether it may be restarted. */
  boolean canRestart();

  /** Ends every connection, has transactions roll back, and starts anew. */
  void restartFast();

  /** Ends every process at once, as a crash would, and starts anew from the log. */
  void restartImmediately();

  /** Makes an empty database; drops what an earlier run left under its name. */
  default void create(String database) {
    drop(database);
    execute("create database " + database);
  }

  /** Drops a database, whoever is connected to it. */
  default void drop(String database) {
    execute("drop database if exists %s with (force)".formatted(database));
  }

  /** Ends every connection to a database, whatever it is about. */
  default void cutConnections(String database) {
    execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
        .formatted(database));
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL at %s did not do '%s'".formatted(url("postgres"), sql), e);
    }
  }

  @Override
  void close();
}
