package dev.eventmanager.rabbit.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.rabbit.management.BrokerState;
import dev.eventmanager.rabbit.topology.TopologyPlan.StaleBinding;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateComparisonTest {

  private static final Set<RoutingKey> EVENTS = Set.of(
      new RoutingKey("order", 1, "submit"),
      new RoutingKey("order", 2, "submit"),
      new RoutingKey("order", 1, "refuse"));

  private static final Topology DECLARED = Topology.builder()
      .binding(new Binding("order", BindingKey.of("order.*.submit"), "billing_order"))
      .binding(new Binding("order", BindingKey.of("order.#"), "billing_audit"))
      .partitions("billing_audit", 2)
      .build();

  private final List<BrokerState.Exchange> exchanges;
  private final List<BrokerState.Queue> queues;
  private final List<BrokerState.Binding> bindings;

  StateComparisonTest() {
    BrokerState standing = WantedState.of(DECLARED, true);
    exchanges = new ArrayList<>(standing.exchanges());
    queues = new ArrayList<>(standing.queues());
    bindings = new ArrayList<>(standing.bindings());
  }

  @Test
  void findsNoDifferenceInWhatStandsAsDeclared() {
    assertThat(plan().hasDrift()).isFalse();
    assertThat(plan()).hasToString("declared against live: no difference");
  }

  @Test
  void leavesAloneWhatOtherServicesHave() {
    exchanges.add(new BrokerState.Exchange("archive", "headers", false, Map.of()));
    queues.add(new BrokerState.Queue("logistic_order", true, Map.of()));
    bind("order", "logistic_order", true, "#");
    bind("order", "archive", false, "#");

    assertThat(plan().hasDrift()).isFalse();
  }

  @Test
  void namesWhatIsMissing() {
    exchanges.removeIf(exchange -> exchange.name().equals("order"));
    queues.removeIf(queue -> queue.name().equals("billing_order.parked"));
    bindings.removeIf(binding -> binding.destination().equals("billing_audit.partitions"));

    assertThat(plan().missing())
        .containsExactly(
            "exchange order",
            "queue billing_order.parked",
            "binding order --order.#--> billing_audit.partitions");
  }

  @Test
  void namesWhatIsDifferentWithBothSidesAndTheMend() {
    exchanges.replaceAll(exchange -> exchange.name().equals("order")
        ? new BrokerState.Exchange("order", "direct", true, Map.of())
        : exchange);
    queues.replaceAll(queue -> queue.name().equals("billing_order")
        ? new BrokerState.Queue("billing_order", true, Map.of("x-queue-type", "classic"))
        : queue);

    assertThat(plan().different())
        .extracting(TopologyProblem::toString)
        .satisfiesExactly(
            exchange -> assertThat(exchange)
                .startsWith("exchange \"order\": declared topic, durable")
                .contains("the broker says direct, durable"),
            queue -> assertThat(queue)
                .startsWith("queue \"billing_order\": declared queue, durable, {")
                .contains("x-queue-type=quorum", "{x-queue-type=classic}")
                .endsWith("(rabbitmqctl delete_queue billing_order), then start again"));
  }

  @Test
  void takesNumbersForEqualHoweverTheBrokerWritesThem() {
    queues.replaceAll(queue -> queue.arguments().get("x-delivery-limit") instanceof Integer limit
        ? withArgument(queue, "x-delivery-limit", limit.longValue())
        : queue);

    assertThat(plan().different()).isEmpty();
  }

  @Test
  void namesAnotherNumberOfPartitions() {
    queues.add(new BrokerState.Queue("billing_audit.3", true, Map.of()));

    assertThat(plan().different())
        .singleElement()
        .asString()
        .contains("queue \"billing_audit\"", "2 partitions", "more of them");
  }

  @Test
  void namesAStaleBindingAndWhatNoLongerComesWithoutIt() {
    bind("order", "billing_order", true, "order.v1.#");
    bind("order", "billing_audit.partitions", false, "order.*.submit");

    assertThat(plan().extra())
        .containsExactly(
            new StaleBinding(
                "order --order.v1.#--> billing_order", "billing_order", List.of("order.v1.refuse")),
            new StaleBinding(
                "order --order.*.submit--> billing_audit.partitions", "billing_audit", List.of()));
    assertThat(plan().toString())
        .contains("without it these no longer come to billing_order: order.v1.refuse")
        .contains("without it every declared event still comes to billing_audit");
  }

  @Test
  void readsAsTheGuideShowsIt() throws IOException {
    Topology logistic = Topology.builder()
        .binding(new Binding("billing", BindingKey.of("billing.*.settle"), "logistic_billing"))
        .binding(new Binding("order", BindingKey.of("order.*.refuse"), "logistic_order"))
        .build();
    BrokerState standing = WantedState.of(logistic, true);
    List<BrokerState.Binding> live = new ArrayList<>(standing.bindings());
    live.removeIf(binding -> binding.source().equals("order"));
    live.add(new BrokerState.Binding("billing", "logistic_billing", true, "billing.#", Map.of()));
    Set<RoutingKey> events = Set.of(
        new RoutingKey("billing", 1, "settle"),
        new RoutingKey("billing", 1, "decline"),
        new RoutingKey("billing", 1, "refund"));

    TopologyPlan plan = new StateComparison(
            logistic,
            new BrokerState(
                "live on http://localhost:15672, virtual host \"/\"",
                standing.exchanges(),
                standing.queues(),
                live),
            events)
        .plan();

    assertThat(Files.readString(Path.of("../../docs/routing.md"))).contains("\n" + plan + "\n```");
  }

  private TopologyPlan plan() {
    return new StateComparison(
            DECLARED, new BrokerState("live", exchanges, queues, bindings), EVENTS)
        .plan();
  }

  private void bind(String source, String destination, boolean toQueue, String key) {
    bindings.add(new BrokerState.Binding(source, destination, toQueue, key, Map.of()));
  }

  private static BrokerState.Queue withArgument(
      BrokerState.Queue queue, String name, Object value) {
    Map<String, Object> arguments = new HashMap<>(queue.arguments());
    arguments.put(name, value);
    return new BrokerState.Queue(queue.name(), queue.durable(), arguments);
  }
}
