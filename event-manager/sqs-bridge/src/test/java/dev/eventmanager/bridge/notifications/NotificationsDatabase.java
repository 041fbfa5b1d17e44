package dev.eventmanager.bridge.notifications;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.bridge.ledger.BridgeSchema;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import dev.eventmanager.testkit.database.PostgresSchema;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the tables of the library and of the bridge. */
final class NotificationsDatabase implements AutoCloseable {

  private final HikariDataSource dataSource;
  private final AutoCloseable behind;

  private NotificationsDatabase(String url, AutoCloseable behind) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    this.dataSource = new HikariDataSource(config);
    this.behind = behind;
    new EventManagerSchema(dataSource).migrate();
    new BridgeSchema(dataSource).migrate();
  }

  static NotificationsDatabase postgres() {
    var schema = PostgresSchema.create("notifications");
    return new NotificationsDatabase(schema.url(), schema);
  }

  static NotificationsDatabase h2() {
    return new NotificationsDatabase(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
            .formatted(UUID.randomUUID()),
        () -> {});
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** As if everything had waited long enough. */
  void makeDue() {
    jdbc()
        .sql("update event_manager_s3_notification set due_at = current_timestamp"
            + " where due_at is not null")
        .update();
  }

  long rows() {
    return count("event_manager_s3_notification");
  }

  boolean nothingWaits() {
    return count("event_manager_s3_notification where due_at is not null") == 0
        && count("event_manager_outbox") == 0
        && count("event_manager_outbox_waiting") == 0;
  }

  private long count(String rows) {
    return jdbc().sql("select count(*) from " + rows).query(Long.class).single();
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  @Override
  public void close() throws Exception {
    dataSource.close();
    behind.close();
  }
}
