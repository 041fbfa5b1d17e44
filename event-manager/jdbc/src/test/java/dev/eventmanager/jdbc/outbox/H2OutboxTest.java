package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2OutboxTest
    implements OutboxContract,
        UnconfirmedContract,
        RelayWindowContract,
        RelaySharingContract,
        LaterEventsContract,
        CancellationContract,
        LongKeyContract,
        TwinsOutboxContract,
        TransactionContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
