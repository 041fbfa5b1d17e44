package dev.eventmanager.autoconfigure.operate;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty schema on the PostgreSQL that tests are given; it goes when it is closed. */
final class PostgresSchema implements AutoCloseable {

  private static final String SERVER = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final String name = "operate_" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient server = JdbcClient.create(new DriverManagerDataSource(SERVER));

  private PostgresSchema() {}

  static PostgresSchema create() {
    PostgresSchema schema = new PostgresSchema();
    schema.server.sql("create schema " + schema.name).update();
    return schema;
  }

  /** Its URL, with the user. */
  String url() {
    return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  @Override
  public void close() {
    server.sql("drop schema %s cascade".formatted(name)).update();
  }
}
