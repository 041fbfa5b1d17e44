package dev.eventmanager.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.jdbc.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2SchemaTest implements SchemaContract {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.h2();

  @Override
  public TestDatabase database() {
    return DATABASE;
  }

  @Test
  void saysWhatIsWrongWithAnotherMode() {
    DataSource regular = new DriverManagerDataSource("jdbc:h2:mem:regular;DB_CLOSE_DELAY=-1");

    assertThatThrownBy(new EventManagerSchema(regular)::migrate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the database is H2 in mode REGULAR, whose SQL lacks what outbox and inbox need; add ;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE to its URL");
  }
}
