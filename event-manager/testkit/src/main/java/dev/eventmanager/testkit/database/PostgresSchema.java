package dev.eventmanager.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * An empty schema on PostgreSQL, dropped with all that is in it when it is closed. Thread-safe.
 *
 * <p>The server is the one on port 5432 of this machine, with the user {@code postgres} and no
 * password, or the JDBC URL in the environment variable {@code EVENT_MANAGER_TEST_POSTGRES}. The
 * driver is on the class path of the test.
 *
 * <pre>{@code
 * try (PostgresSchema schema = PostgresSchema.create("billing")) {
 *   DataSource database = new DriverManagerDataSource(schema.url());
 * }
 * }</pre>
 */
public final class PostgresSchema implements AutoCloseable {
  private static final String VARIABLE = "EVENT_MANAGER_TEST_POSTGRES";
  private static final String DEFAULT = "jdbc:postgresql://localhost:5432/postgres?user=postgres";

  private final String server;
  private final String name;

  private PostgresSchema(String server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Makes one.
   *
   * @param purpose first word of its name, in lower case, for whoever looks at the server
   * @throws IllegalStateException if no PostgreSQL lets it, saying which one was asked
   */
  public static PostgresSchema create(String purpose) {
    String server = Optional.ofNullable(System.getenv(VARIABLE)).orElse(DEFAULT);
    String unique = UUID.randomUUID().toString().replace("-", "");
    PostgresSchema schema = new PostgresSchema(server, purpose + "_" + unique);
    schema.execute("create schema " + schema.name);
    return schema;
  }

  /** Its JDBC URL, with the user. */
  public String url() {
    return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  @Override
  public void close() {
    execute("drop schema %s cascade".formatted(name));
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL at %s did not do \"%s\"; start it, or set %s"
              .formatted(server, sql, VARIABLE),
          e);
    }
  }
}
