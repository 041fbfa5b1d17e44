package dev.eventmanager.jdbc.parking;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2ParkedEventsTest
    implements ParkedEventsContract, ParkedReaderContract, HandledMeanwhileContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
