package dev.eventmanager.testkit.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {

  private static final String COMMAND = "./mvnw test -Devent-manager.contracts=update";

  @TempDir
  private Path resources;

  @Test
  void saysWhatDiffersAndHowToUpdate() {
    file(
            List.of("billing.v1.settle"),
            new QueueContract("billing_order", List.of("order.*.submit")))
        .update();

    assertThatThrownBy(() -> file(
                List.of("billing.v1.settle", "billing.v1.refund"),
                new QueueContract("billing_order", List.of("order.#")))
            .check())
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            billing-service publishes or binds otherwise than its file says:
                $.publishes: the service has billing.v1.refund, the file does not
                $.queues: the file has pattern "order.*.submit" on queue "billing_order", the service does not
                $.queues: the service has pattern "order.#" on queue "billing_order", the file does not
              file      %s
              update    %s""".formatted(path(), COMMAND));
  }

  @Test
  void isMissedWhereThereIsNone() {
    assertThatThrownBy(() -> file(List.of()).check()).hasMessageContaining("it is missing");
  }

  @Test
  void isToBeWrittenInOneForm() throws IOException {
    ServiceFile file = file(List.of("billing.v1.settle"));
    file.update();
    Files.writeString(path(), Files.readString(path()).replace("\n", " "));

    assertThatThrownBy(file::check)
        .hasMessageContaining("it is not written as the update writes it");
  }

  @Test
  void agreesOnceItIsUpdated() {
    ServiceFile file = file(List.of(), new QueueContract("billing_order", List.of("order.#")));
    file.update();

    assertThatCode(file::check).doesNotThrowAnyException();
  }

  private ServiceFile file(List<String> publishes, QueueContract... queues) {
    return new ServiceFile(
        resources, new ServiceContract("billing-service", publishes, List.of(queues)), COMMAND);
  }

  private Path path() {
    return resources.resolve(ServiceContract.fileName("billing-service"));
  }
}
