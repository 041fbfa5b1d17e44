package dev.eventmanager.bridge.ledger;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2LedgerTest extends LedgerContract {

  private final JdbcConnectionPool pool = JdbcConnectionPool.create(
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
              .formatted(UUID.randomUUID())
          + ";DB_CLOSE_DELAY=-1",
      "sa",
      "");

  @Override
  DataSource database() {
    return pool;
  }

  @AfterEach
  void dispose() {
    pool.dispose();
  }
}
