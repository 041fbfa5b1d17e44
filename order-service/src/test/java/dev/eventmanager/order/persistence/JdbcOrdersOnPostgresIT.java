package dev.eventmanager.order.persistence;

import dev.eventmanager.testkit.database.PostgresSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcOrdersOnPostgresIT extends JdbcOrdersContract {

  private final PostgresSchema schema = PostgresSchema.create("order");

  @Override
  DataSource dataSource() {
    return new DriverManagerDataSource(schema.url());
  }

  @AfterEach
  void dropSchema() {
    schema.close();
  }
}
