package dev.eventmanager.bridge.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Creates and upgrades the bridge's own tables, beside those of the library. Safe to call from
 * several instances at once: one migrates, the others wait for it and then find nothing to do.
 */
public final class BridgeSchema {

  /** The class-path location of the migrations. */
  public static final String LOCATION = "classpath:db/event-manager-bridge";

  /** The table in which the applied migrations are recorded. */
  public static final String HISTORY_TABLE = "event_manager_bridge_history";

  private final DataSource dataSource;

  public BridgeSchema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Brings the tables to the version this bridge needs; does nothing where they already are.
   *
   * @throws org.flywaydb.core.api.FlywayException naming the migration and statement that failed
   */
  public void migrate() {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(dataSource)
        .locations(LOCATION)
        .table(HISTORY_TABLE)
        // The library's tables stand in the schema already: begin below our first version.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
