package dev.eventmanager.jdbc.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Creates and upgrades the tables prefixed {@code event_manager_} in the default schema of a
 * service's database.
 *
 * <p>The library keeps a history table and a location of its own, so its migrations never take a
 * version number from the service's and the two run in any order. Safe to call from several
 * instances at once: one migrates, the others wait for it and then find nothing to do.
 */
public final class EventManagerSchema {

  /** The class-path location of the migrations. */
  public static final String LOCATION = "classpath:db/event-manager";

  /** The table in which the applied migrations are recorded. */
  public static final String HISTORY_TABLE = "event_manager_schema_history";

  private final DataSource dataSource;

  public EventManagerSchema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Brings the tables to the version this library needs; does nothing where they already are.
   *
   * @throws IllegalStateException if it is neither PostgreSQL nor H2 in PostgreSQL mode
   * @throws org.flywaydb.core.api.FlywayException naming the migration and statement that failed
   */
  public void migrate() {
    new KnownDatabase(dataSource).problem().ifPresent(problem -> {
      throw new IllegalStateException(problem);
    });
    Flyway.configure(getClass().getClassLoader())
        .dataSource(dataSource)
        .locations(LOCATION)
        .table(HISTORY_TABLE)
        // The service's own tables may stand in the schema already: begin below our first version.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
