package dev.eventmanager.order.persistence;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcOrdersOnH2Test extends JdbcOrdersContract {

  @Override
  DataSource dataSource() {
    return new DriverManagerDataSource("jdbc:h2:mem:"
        + UUID.randomUUID()
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1");
  }
}
