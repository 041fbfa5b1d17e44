package dev.eventmanager.billing.persistence;

import dev.eventmanager.testkit.database.PostgresSchema;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A migrated database for one test, gone when it is closed. */
final class Database implements AutoCloseable {

  private final DataSource dataSource;
  private final Runnable farewell;

  private Database(String url, Runnable farewell) {
    this.dataSource = new DriverManagerDataSource(url);
    this.farewell = farewell;
    Flyway.configure().dataSource(dataSource).load().migrate();
  }

  static Database h2() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID()
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
    DataSource server = new DriverManagerDataSource(url);
    return new Database(url, () -> JdbcClient.create(server).sql("SHUTDOWN").update());
  }

  static Database postgres() {
    PostgresSchema schema = PostgresSchema.create("billing");
    return new Database(schema.url(), schema::close);
  }

  JdbcClient client() {
    return JdbcClient.create(dataSource);
  }

  SpringUnitOfWork unitOfWork() {
    return new SpringUnitOfWork(new DataSourceTransactionManager(dataSource));
  }

  @Override
  public void close() {
    farewell.run();
  }
}
