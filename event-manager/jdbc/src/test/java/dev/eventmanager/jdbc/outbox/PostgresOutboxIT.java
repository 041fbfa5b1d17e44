package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxIT
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
  static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
