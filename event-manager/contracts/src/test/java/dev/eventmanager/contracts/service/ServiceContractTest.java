package dev.eventmanager.contracts.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.contracts.json.BrokenContractException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceContractTest {

  private static final String FILE = """
      {
        "service": "depot",
        "publishes": [
          "parcel.v1.lost",
          "parcel.v2.sent"
        ],
        "queues": [
          {
            "queue": "depot_order",
            "patterns": [
              "order.*.refuse",
              "order.*.submit"
            ]
          },
          {
            "queue": "depot_truck",
            "patterns": [
              "truck.#"
            ]
          }
        ]
      }
      """;

  @Test
  void isWrittenSortedWhateverTheOrderOfItsParts() {
    ServiceContract contract = new ServiceContract(
        "depot",
        List.of("parcel.v2.sent", "parcel.v1.lost", "parcel.v2.sent"),
        List.of(
            new QueueContract("depot_truck", List.of("truck.#")),
            new QueueContract("depot_order", List.of("order.*.submit", "order.*.refuse"))));

    assertThat(contract.toJson()).isEqualTo(FILE);
    assertThat(ServiceContract.parse("depot.json", FILE)).isEqualTo(contract);
  }

  @Test
  void saysWhereAFileIsBroken() {
    assertThatThrownBy(() -> ServiceContract.parse("depot.json", "{\n  \"service\": depot\n}"))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("depot.json is broken at line 2");
  }

  @Test
  void saysWhichFieldIsMissing() {
    assertThatThrownBy(() -> ServiceContract.parse("depot.json", "{\"service\": \"depot\"}"))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContainingAll("depot.json", "\"publishes\" is missing");
  }

  @Test
  void refusesWhatIsNoRoutingKey() {
    assertThatThrownBy(() -> ServiceContract.parse("depot.json", """
            {"service": "depot", "publishes": ["parcel.sent"], "queues": []}"""))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContainingAll("depot.json", "\"parcel.sent\" is not a routing key");
  }

  @Test
  void saysWhichFileIsNotThere() {
    assertThatThrownBy(() -> ServiceContract.read(Path.of("nowhere.json")))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("nowhere.json");
  }
}
