package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSequenceDrainIT
    implements SequenceDrainContract,
        ReplayDrainContract,
        DrainTurnsContract,
        DrainSharingContract,
        LostHeadContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
