package dev.eventmanager.bridge.verify;

import dev.eventmanager.testkit.database.PostgresSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresReceiptsIT extends ReceiptsContract {

  private final PostgresSchema schema = PostgresSchema.create("ledger");

  @Override
  DataSource database() {
    return new DriverManagerDataSource(schema.url());
  }

  @AfterEach
  void drop() {
    schema.close();
  }
}
