package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.local.demo.Orders;
import org.junit.jupiter.api.Test;

/** What the shop promises those who look after it. */
interface OperatorContract extends RunningShop {

  @Test
  default void letsAnOperatorSeeReplayAndDiscardWhatBillingCannotHandle() {
    String key = "800002";
    shop()
        .foreignPublisher()
        .publish("order", "order.v2.submit", Orders.inNoCurrency(Long.parseLong(key)));
    OperatorTerminal operator = shop().operatorOfBilling();

    await()
        .atMost(LIMIT)
        .until(() -> operator
            .parked("list", "--key", key, "--state", "parked")
            .output()
            .contains("order.v2.submit"));
    assertThat(operator.parked("replay", "--queue", "billing_order", "--key", key, "--yes"))
        .satisfies(again -> assertThat(again.output()).contains("1 event failed again"))
        .satisfies(again -> assertThat(again.exitStatus()).isEqualTo(1));
    assertThat(operator.parked(
            "discard",
            "--queue",
            "billing_order",
            "--key",
            key,
            "--reason",
            "no such currency",
            "--yes"))
        .satisfies(gone -> assertThat(gone.output()).contains("1 event discarded"))
        .satisfies(gone -> assertThat(gone.exitStatus()).isZero());
    assertThat(operator.parked("list", "--key", key).output()).startsWith("Nothing is parked");
    assertThat(operator.parked("operations").output()).contains("no such currency");
  }
}
