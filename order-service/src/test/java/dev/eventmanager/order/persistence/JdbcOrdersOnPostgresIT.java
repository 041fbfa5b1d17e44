package dev.eventmanager.order.persistence;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Needs a PostgreSQL; EVENT_MANAGER_TEST_POSTGRES names another than the one on this machine. */
class JdbcOrdersOnPostgresIT extends JdbcOrdersContract {

  private static final String URL = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final String schema = "order_" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient server = JdbcClient.create(new DriverManagerDataSource(URL));

  @Override
  DataSource dataSource() {
    server.sql("CREATE SCHEMA " + schema).update();
    return new DriverManagerDataSource(
        URL + (URL.contains("?") ? "&" : "?") + "currentSchema=" + schema);
  }

  @AfterEach
  void dropSchema() {
    server.sql("DROP SCHEMA " + schema + " CASCADE").update();
  }
}
