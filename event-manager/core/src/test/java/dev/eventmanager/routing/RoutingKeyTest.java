package dev.eventmanager.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingKeyTest {

  @Test
  void readsWhatItWrites() {
    RoutingKey key = new RoutingKey("order", 12, "charge-back");

    assertThat(key).hasToString("order.v12.charge-back");
    assertThat(RoutingKey.parse("order.v12.charge-back")).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order",
        "order.submit",
        "order.1.submit",
        "order.v0.submit",
        "order.v01.submit",
        "Order.v1.submit",
        "order.v1.submit.x",
        "order.v9999999999.submit",
        "order.v1.",
        ".v1.submit"
      })
  void knowsNoVersionInOtherForms(String text) {
    assertThat(RoutingKey.parse(text)).isEmpty();
  }

  @Test
  void saysWhichWordIsWrong() {
    assertThatThrownBy(() -> new RoutingKey("order", 1, "Sub mit"))
        .hasMessage(
            "event name \"Sub mit\" is not possible; use one lower-case word of [a-z0-9-], such as \"order\"");
  }
}
