package dev.eventmanager.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.Event;
import dev.eventmanager.shop.billing.BillingEvents;
import dev.eventmanager.shop.billing.Decline;
import dev.eventmanager.shop.billing.Refund;
import dev.eventmanager.shop.billing.Settlement;
import dev.eventmanager.shop.logistic.Delivery;
import dev.eventmanager.shop.logistic.Dispatch;
import dev.eventmanager.shop.logistic.LogisticEvents;
import dev.eventmanager.shop.logistic.MissingProduct;
import dev.eventmanager.shop.logistic.Reservation;
import dev.eventmanager.shop.logistic.Shortage;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderEvents;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.probe.EventProbe;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service alone, on a broker, with the test in the place of billing and logistic. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class OrderServiceContract {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final BigDecimal TOTAL = new BigDecimal("6.00");

  private EventProbe shop;
  private RestClient api;
  private RestClient management;

  @BeforeEach
  void join(EventProbe others, @LocalServerPort int port, @LocalManagementPort int managementPort) {
    shop = others;
    api = RestClient.create("http://localhost:" + port);
    management = RestClient.create("http://localhost:" + managementPort);
  }

  @Test
  void publishesTheOrderThatItTakes() {
    long id = submit();

    Event<Order> submitted =
        shop.await(OrderEvents.SUBMIT, event -> event.payload().id() == id);

    assertThat(submitted.payload().total()).isEqualTo(TOTAL);
    assertThat(submitted.payload().deliverTo().city()).isEqualTo("Turin");
    assertThat(submitted.metadata().orderingKey()).isEqualTo(Long.toString(id));
    assertThat(submitted.metadata().source()).isEqualTo("order");
  }

  @Test
  void followsAnOrderToItsDelivery() {
    long id = submit();
    settle(id);
    reserve(id);
    awaitStatus(id, "CONFIRMED");
    dispatch(id);
    awaitStatus(id, "DISPATCHED");
    deliver(id);
    awaitStatus(id, "DELIVERED");
  }

  @Test
  void refusesWhatBillingDeclines() {
    long id = submit();
    Event<Decline> declined = shop.publish(
        BillingEvents.DECLINE,
        Decline.builder().orderId(id).reason("over the limit").build());

    assertThat(shop.awaitCausedBy(declined, OrderEvents.REFUSE).payload().reason())
        .isEqualTo("over the limit");
    awaitStatus(id, "REFUSED");
  }

  @Test
  void refusesWhatIsShortOfStock() {
    long id = submit();
    settle(id);
    Event<Shortage> shortage = shop.publish(LogisticEvents.SHORTAGE, shortage(id));

    assertThat(shop.awaitCausedBy(shortage, OrderEvents.REFUSE).payload().reason())
        .isEqualTo("out of stock: tea (1 of 2)");
    awaitStatus(id, "REFUSED");
  }

  @Test
  void takesNewsBackwardsAndTwice() {
    long id = submit();
    for (int time = 0; time < 2; time++) {
      dispatch(id);
      reserve(id);
      settle(id);
    }
    refund(id); // the last on its queue, as the next one is on its own
    deliver(id);

    awaitHistory(id, "SUBMITTED", "DISPATCHED", "RESERVED", "SETTLED", "REFUNDED", "DELIVERED");
    awaitStatus(id, "DELIVERED");
  }

  @Test
  void chargesBackWhatIsDispatched() {
    long id = submit();
    settle(id);
    reserve(id);
    dispatch(id);
    awaitStatus(id, "DISPATCHED");

    chargeBack(id);
    shop.await(OrderEvents.CHARGEBACK, event -> event.payload().orderId() == id);
    refund(id);

    awaitHistory(id, "SUBMITTED", "SETTLED", "RESERVED", "DISPATCHED", "CHARGED_BACK", "REFUNDED");
    awaitStatus(id, "CHARGED_BACK");
  }

  @Test
  void keepsAnOrderOfAnotherPublisher() {
    settle(7);
    reserve(7);

    awaitStatus(7, "CONFIRMED");
    assertThat(find(7).has("lines")).isFalse();
  }

  @Test
  void goesOnAfterEventsThatItCannotRead(ForeignPublisher stranger) {
    stranger.publish("billing", "billing.v1.settle", "{");
    stranger.publish("billing", "billing.v9.settle", "{\"orderId\":8}");
    stranger.publish(
        "billing", "billing.v1.settle", "{\"orderId\":8,\"currency\":\"EUR\",\"amount\":6.00}");

    awaitHistory(8, "SETTLED");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(parked("order_billing")).isEqualTo(2));
  }

  private long submit() {
    return api.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .body("""
            {"customer":"c-1001","currency":"EUR","lines":[{"product":"tea","quantity":2,"price":"3.00"}],
             "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""")
        .retrieve()
        .body(JsonNode.class)
        .path("id")
        .asLong();
  }

  private void chargeBack(long id) {
    api.post().uri("/orders/{id}/chargeback", id).retrieve().toBodilessEntity();
  }

  private JsonNode find(long id) {
    return api.get().uri("/orders/{id}", id).retrieve().body(JsonNode.class);
  }

  private int parked(String queue) {
    return management
        .get()
        .uri("/actuator/health")
        .retrieve()
        .onStatus(HttpStatusCode::isError, (request, unhealthy) -> {})
        .body(JsonNode.class)
        .at("/components/eventManager/details/queue " + queue + "/parked")
        .asInt();
  }

  private void awaitStatus(long id, String status) {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(find(id).path("status").asString()).isEqualTo(status));
  }

  private void awaitHistory(long id, String... facts) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(find(id).path("history").findValuesAsString("what")).containsExactly(facts));
  }

  private void settle(long id) {
    shop.publish(
        BillingEvents.SETTLE,
        Settlement.builder().orderId(id).currency("EUR").amount(TOTAL).build());
  }

  private void reserve(long id) {
    shop.publish(LogisticEvents.RESERVE, Reservation.builder().orderId(id).build());
  }

  private void dispatch(long id) {
    shop.publish(
        LogisticEvents.DISPATCH,
        Dispatch.builder().orderId(id).shipmentId("s-1").build());
  }

  private void deliver(long id) {
    shop.publish(
        LogisticEvents.DELIVER, Delivery.builder().orderId(id).shipmentId("s-1").build());
  }

  private void refund(long id) {
    shop.publish(
        BillingEvents.REFUND,
        Refund.builder().orderId(id).currency("EUR").amount(TOTAL).build());
  }

  private static Shortage shortage(long id) {
    return Shortage.builder()
        .orderId(id)
        .addMissing(
            MissingProduct.builder().product("tea").requested(2).available(1).build())
        .build();
  }
}
