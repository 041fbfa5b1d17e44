package dev.eventmanager.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A way to a database that can be cut, as by a network that fails or a process that dies. */
public final class CuttableDataSource extends DelegatingDataSource {

  private volatile boolean cut;
  private volatile boolean missed;

  public CuttableDataSource(DataSource target) {
    super(target);
  }

  public void cut() {
    cut = true;
  }

  /** Whether somebody wanted a connection since it was cut. */
  public boolean isMissed() {
    return missed;
  }

  public void mend() {
    cut = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (cut) {
      missed = true;
      throw new SQLTransientConnectionException("cut by the test");
    }
    return super.getConnection();
  }
}
