package dev.eventmanager.logistic.persistence;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A migrated database for one test, gone when it is closed. */
final class Database implements AutoCloseable {

  private static final String POSTGRES = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final DataSource dataSource;
  private final String farewell;

  private Database(String url, String schema, String farewell) {
    this.dataSource = new DriverManagerDataSource(url);
    this.farewell = farewell;
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  static Database h2() {
    String url = "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
    return new Database(url.formatted(unique()), "public", "SHUTDOWN");
  }

  static Database postgres() {
    String schema = unique();
    String url = POSTGRES + (POSTGRES.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    return new Database(url, schema, "DROP SCHEMA " + schema + " CASCADE");
  }

  JdbcClient client() {
    return JdbcClient.create(dataSource);
  }

  JdbcTemplate template() {
    return new JdbcTemplate(dataSource);
  }

  SpringUnitOfWork unitOfWork() {
    return new SpringUnitOfWork(new DataSourceTransactionManager(dataSource));
  }

  @Override
  public void close() {
    client().sql(farewell).update();
  }

  private static String unique() {
    return "logistic_" + UUID.randomUUID().toString().replace('-', '_');
  }
}
