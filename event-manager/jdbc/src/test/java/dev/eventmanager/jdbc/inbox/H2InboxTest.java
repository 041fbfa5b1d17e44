package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2InboxTest implements InboxContract, InboxCleaningContract, TwinsContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
