package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2SequenceDrainTest
    implements SequenceDrainContract,
        ReplayDrainContract,
        DrainTurnsContract,
        DrainSharingContract,
        LostHeadContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
