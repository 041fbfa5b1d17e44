package dev.eventmanager.jdbc;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own for a test class, with the library's tables, empty before each test. */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final String POSTGRES = Optional.ofNullable(
          System.getenv("EVENT_MANAGER_TEST_POSTGRES"))
      .orElse("jdbc:postgresql://localhost:5432/postgres?user=postgres");

  private final String schema = "em_" + UUID.randomUUID().toString().replace("-", "");
  private final HikariConfig config;

  @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
  private HikariDataSource dataSource;

  private TestDatabase(String url) {
    config = new HikariConfig();
    config.setJdbcUrl(url.replace("{schema}", schema));
    config.setMaximumPoolSize(10);
  }

  public static TestDatabase postgres() {
    TestDatabase database = new TestDatabase(POSTGRES);
    // Not by a statement, which the first rollback of a connection without auto-commit takes back.
    database.config.addDataSourceProperty("currentSchema", database.schema);
    database.config.addDataSourceProperty("ApplicationName", database.schema);
    return database;
  }

  public static TestDatabase h2() {
    return new TestDatabase("jdbc:h2:mem:{schema};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
        + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    dataSource = new HikariDataSource(config);
    if (isPostgres()) {
      jdbc().sql("create schema " + schema).update();
    }
    new EventManagerSchema(dataSource).migrate();
    jdbc()
        .sql(
            "create table effect (id bigint generated always as identity, event_id varchar not null)")
        .update();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (String table : List.of(
        "outbox",
        "outbox_key",
        "outbox_waiting",
        "outbox_relay",
        "outbox_later",
        "inbox",
        "parked",
        "sequence",
        "operation",
        "discarded",
        "crash_mark")) {
      jdbc().sql("delete from event_manager_" + table).update();
    }
    jdbc().sql("delete from effect").update();
    jdbc()
        .sql("update event_manager_outbox_shard set relay = null, leased_until = null")
        .update();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    jdbc().sql(isPostgres() ? "drop schema " + schema + " cascade" : "shutdown").update();
    dataSource.close();
  }

  private boolean isPostgres() {
    return config.getJdbcUrl().startsWith("jdbc:postgresql");
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** A further pool, of connections that commit only when they are told. */
  public HikariConfig withoutAutoCommit() {
    HikariConfig other = new HikariConfig();
    config.copyStateTo(other);
    other.setAutoCommit(false);
    other.setMaximumPoolSize(5);
    return other;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  public JdbcTransactionManager transactionManager() {
    return new JdbcTransactionManager(dataSource);
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(transactionManager());
  }

  /** Returns once another connection's statement waits; H2 tells only that it has not ended. */
  public void awaitBlocked() {
    String blocked = isPostgres() ? """
            select count(*) > 0 from pg_stat_activity
            where application_name = current_setting('application_name')
                and wait_event_type = 'Lock'
            """ : """
            select count(*) > 0 from information_schema.sessions
            where session_id <> session_id() and executing_statement is not null
            """;
    await().until(() -> jdbc().sql(blocked).query(Boolean.class).single());
  }

  public long rows(String table) {
    return jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
