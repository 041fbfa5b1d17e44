package dev.eventmanager.jdbc.parking;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresParkedEventsIT
    implements ParkedEventsContract, ParkedReaderContract, HandledMeanwhileContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
