package dev.eventmanager.billing;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A schema for one test class, dropped after the application that used it has stopped.
 * EVENT_MANAGER_TEST_POSTGRES names another PostgreSQL than the one on this machine.
 */
final class PostgresSchema implements BeforeAllCallback {

  private static final String SERVER = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final String name = "billing_" + UUID.randomUUID().toString().replace("-", "");

  String name() {
    return name;
  }

  String url() {
    return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  /** JUnit closes what it stores after every callback, and so after Spring's. */
  @Override
  public void beforeAll(ExtensionContext context) {
    AutoCloseable drop = this::drop;
    context.getStore(Namespace.create(PostgresSchema.class)).put(name, drop);
  }

  private void drop() {
    JdbcClient.create(new DriverManagerDataSource(SERVER))
        .sql("DROP SCHEMA IF EXISTS " + name + " CASCADE")
        .update();
  }
}
