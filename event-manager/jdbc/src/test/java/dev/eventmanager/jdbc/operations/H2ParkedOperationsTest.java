package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2ParkedOperationsTest
    implements ParkedOperationsContract, ReplayContract, DiscardContract, GoneEventsContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
