package dev.eventmanager.jdbc.crash;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2CrashMarksTest implements CrashMarksContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
