package dev.eventmanager.jdbc.schema;

import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2SchemaTest implements SchemaContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }
}
