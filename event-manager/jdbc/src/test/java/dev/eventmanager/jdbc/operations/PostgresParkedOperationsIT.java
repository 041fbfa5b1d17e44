package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresParkedOperationsIT
    implements ParkedOperationsContract, ReplayContract, DiscardContract, GoneEventsContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
