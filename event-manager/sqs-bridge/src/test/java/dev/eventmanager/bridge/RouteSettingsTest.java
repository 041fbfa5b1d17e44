package dev.eventmanager.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.bridge.settings.BridgeProperties.RouteProperties;
import dev.eventmanager.bridge.settings.BridgeProperties.SourceProperties;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteSettingsTest {

  private static final SourceProperties ORDERS = new SourceProperties("order", List.of("order.#"));
  private static final SourceProperties BILLS = new SourceProperties("billing", List.of("#"));

  @Test
  void gathersAllExchangesOfARouteInOneQueue() {
    var route = read(new RouteProperties("shop.fifo", List.of(ORDERS, BILLS), null, 1, null));

    assertThat(route.queue()).isEqualTo("sqs-bridge_shop");
    assertThat(route.bindings())
        .containsExactlyInAnyOrder(
            new Binding("order", BindingKey.of("order.#"), "sqs-bridge_shop"),
            new Binding("billing", BindingKey.of("#"), "sqs-bridge_shop"));
  }

  @Test
  void takesTheNameThatIsGivenToAQueue() {
    assertThat(read(new RouteProperties("shop.fifo", List.of(ORDERS), "mine", 1, null))
            .queue())
        .isEqualTo("mine");
  }

  @Test
  void tellsEveryProblemAtOnce() {
    var nameless = new SourceProperties(null, List.of("x".repeat(256)));

    assertThatThrownBy(() -> RouteSettings.routes(
            List.of(
                new RouteProperties(null, List.of(nameless), null, 1, null),
                new RouteProperties("standard", List.of(), null, 1, null)),
            false))
        .hasMessageContaining("bridge.routes[0].to is missing")
        .hasMessageContaining("bridge.routes[0].from[0].exchange is missing")
        .hasMessageContaining("bridge.routes[0].from[0].patterns: pattern of 256 bytes")
        .hasMessageContaining("bridge.routes[1].to is standard")
        .hasMessageContaining("bridge.routes[1].from is missing");
  }

  @Test
  void refusesTwoRoutesToOneQueue() {
    var route = new RouteProperties("shop.fifo", List.of(ORDERS), null, 1, null);
    var other = new RouteProperties("shop.fifo", List.of(BILLS), "other", 1, null);

    assertThatThrownBy(() -> RouteSettings.routes(List.of(route, other), false))
        .hasMessageContaining("to=shop.fifo twice");
  }

  @Test
  void asksForARoute() {
    assertThatThrownBy(() -> RouteSettings.routes(List.of(), false))
        .hasMessageContaining("set bridge.routes[0].to");
  }

  @Test
  void asksForNoneWhereThereIsOtherWork() {
    assertThat(RouteSettings.routes(List.of(), true).all()).isEmpty();
  }

  private static Route read(RouteProperties route) {
    return RouteSettings.routes(List.of(route), false).all().get(0);
  }
}
