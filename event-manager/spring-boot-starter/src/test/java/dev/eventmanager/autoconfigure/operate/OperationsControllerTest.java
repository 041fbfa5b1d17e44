package dev.eventmanager.autoconfigure.operate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.jdbc.operations.ParkedOperations;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OperationsControllerTest {

  @Test
  void doesNothingWhereTheEndpointIsReadOnly() {
    ParkedOperations operations =
        new ParkedOperations(new DriverManagerDataSource(), () -> "an id", () -> {});
    OperationsController controller = new OperationsController(operations, Access.READ_ONLY);

    assertThatThrownBy(() -> controller.confirm("an id", () -> "ada"))
        .hasMessageContaining("403")
        .hasMessageContaining("management.endpoint.parked.access is READ_ONLY");
  }
}
