package dev.eventmanager.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static final ServiceRoutes ORDER = new ServiceRoutes(
      "order",
      Set.of("order.v1.submit", "order.v2.submit", "order.v1.refuse"),
      Map.of("order_billing", Set.of("billing.*.settle")));

  private static final ServiceRoutes BILLING = new ServiceRoutes(
      "billing",
      Set.of("billing.v1.settle", "billing.v1.refund"),
      Map.of("billing_order", Set.of("order.*.submit", "order.v1.#")));

  private final Explainer explainer =
      new Explainer(ServiceRoutes.together(List.of(ORDER, BILLING)));

  @Test
  void saysOfAKeyWhatEveryBindingOfEveryQueueSays() {
    assertThat(explainer.key("order.v2.submit")).hasToString("""
        order.v2.submit on exchange order, declared by billing, order
        reaches
          billing_order
            order.*.submit  matches
            order.v1.#      word 2 is "v2", the pattern wants "v1"
        does not reach
          order_billing
            billing.*.settle  bound to exchange "billing" instead of "order\"""");
  }

  @Test
  void saysThatAKeyIsNotDeclaredAndReachesNothing() {
    KeyExplanation explanation = explainer.key("order.v2.refuse");

    assertThat(explanation.declared()).isFalse();
    assertThat(explanation.queues()).noneMatch(KeyExplanation.Queue::reached);
    assertThat(explanation.toString()).contains("not a declared event", "reaches no queue");
  }

  @Test
  void followsAKeyOnAnotherExchangeThanItsFirstWordNames() {
    assertThat(explainer.key("billing", "order.v1.submit").queues())
        .noneMatch(KeyExplanation.Queue::reached);
  }

  @Test
  void saysOfAQueueWhatReachesItByWhichBinding() {
    assertThat(explainer.queue("billing_order")).hasToString("""
        queue billing_order, declared by billing, order
        from exchange order by order.*.submit
          order.v1.submit
          order.v2.submit
        from exchange order by order.v1.#
          order.v1.refuse
          order.v1.submit""");
  }

  @Test
  void saysOfAnEventWhereEachVersionGoes() {
    assertThat(explainer.event("order.submit")).hasToString("""
        event order.submit, declared by billing, order
        order.v1.submit
          billing_order  by order.*.submit, order.v1.#
        order.v2.submit
          billing_order  by order.*.submit""");
    assertThat(explainer.event("billing.refund").toString()).endsWith("  reaches no queue");
  }

  @Test
  void namesWhatThereIsInsteadOfWhatThereIsNot() {
    assertThatThrownBy(() -> explainer.queue("billing_oder"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("[billing_order, order_billing]");
    assertThatThrownBy(() -> explainer.event("order.submitted"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("order.refuse, order.submit]");
  }

  @Test
  void namesEveryServiceThatDeclaresWhatCannotBe() {
    ServiceRoutes rival = new ServiceRoutes(
        "audit",
        Set.of("audit.done"),
        Map.of("billing_order", Set.of("order.#"), "audit_order", Set.of("order.*submit")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceRoutes.together(List.of(BILLING, rival)))
        .withMessageContaining(
            "service audit publishes \"audit.done\", which is no routing key; one looks like order.v1.submit")
        .withMessageContaining(
            "service audit, queue \"audit_order\": word 2 of pattern \"order.*submit\" is \"*submit\"")
        .withMessageContaining(
            "queue \"billing_order\" is declared by billing with [order.*.submit, order.v1.#] and by audit with [order.#]");
  }
}
