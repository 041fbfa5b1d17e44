package dev.eventmanager.logistic;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty schema that goes when it is closed, in the PostgreSQL of this machine or the one that EVENT_MANAGER_TEST_POSTGRES names.
 */
public final class PostgresSchema implements AutoCloseable {

  private static final String SERVER = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final String name = "logistic_" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient server = JdbcClient.create(new DriverManagerDataSource(SERVER));

  private PostgresSchema() {}

  public static PostgresSchema create() {
    PostgresSchema schema = new PostgresSchema();
    schema.server.sql("CREATE SCHEMA " + schema.name).update();
    return schema;
  }

  /** The JDBC URL of this schema, with the user. */
  public String url() {
    return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  @Override
  public void close() {
    server.sql("DROP SCHEMA " + name + " CASCADE").update();
  }
}
