package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresInboxIT implements InboxContract, InboxCleaningContract, TwinsContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
