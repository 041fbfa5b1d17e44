package dev.eventmanager.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database of its own on the PostgreSQL that tests are given; closing it drops it. */
final class PostgresDatabase implements AutoCloseable {

  private static final String VARIABLE = "EVENT_MANAGER_TEST_POSTGRES";
  private static final String DEFAULT = "jdbc:postgresql://localhost:5432/postgres?user=postgres";

  private final String server;
  private final String name;

  private PostgresDatabase(String server, String name) {
    this.server = server;
    this.name = name;
  }

  static PostgresDatabase create(String purpose) {
    String server = Optional.ofNullable(System.getenv(VARIABLE)).orElse(DEFAULT);
    PostgresDatabase database = new PostgresDatabase(
        server, "%s_%d_%d".formatted(purpose, ProcessHandle.current().pid(), System.nanoTime()));
    database.execute("create database " + database.name);
    return database;
  }

  String url() {
    return server.replaceFirst("(?<=\\w/)[^/?]+", name);
  }

  @Override
  public void close() {
    execute("drop database %s with (force)".formatted(name));
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL at %s did not do '%s'; start it, or set %s".formatted(server, sql, VARIABLE),
          e);
    }
  }
}
