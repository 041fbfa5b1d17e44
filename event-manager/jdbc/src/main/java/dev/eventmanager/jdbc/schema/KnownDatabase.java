package dev.eventmanager.jdbc.schema;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells whether a database is one that this module's SQL is written for. */
final class KnownDatabase {

  private static final String POSTGRES = "PostgreSQL";
  private static final String H2 = "H2";

  private final JdbcTemplate jdbc;

  KnownDatabase(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** What is wrong with it and what to do, or empty if nothing is. */
  Optional<String> problem() {
    String product = String.valueOf(jdbc.execute((ConnectionCallback<String>)
        connection -> connection.getMetaData().getDatabaseProductName()));
    if (product.equals(POSTGRES) || (product.equals(H2) && mode().equalsIgnoreCase(POSTGRES))) {
      return Optional.empty();
    }
    return Optional.of(
        product.equals(H2)
            ? "the database is H2 in mode %s, whose SQL lacks what outbox and inbox need; add ;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE to its URL"
                .formatted(mode())
            : "the database is %s, which outbox and inbox cannot work with; use PostgreSQL, or H2 in PostgreSQL mode"
                .formatted(product));
  }

  private String mode() {
    return String.valueOf(jdbc.queryForObject(
        "select setting_value from information_schema.settings where setting_name = 'MODE'",
        String.class));
  }
}
