package dev.eventmanager.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.Event;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.logistic.domain.Shipment;
import dev.eventmanager.logistic.domain.Shipment.Stage;
import dev.eventmanager.logistic.domain.Shipments;
import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.StockItem;
import dev.eventmanager.shop.logistic.Delivery;
import dev.eventmanager.shop.logistic.Dispatch;
import dev.eventmanager.shop.logistic.MissingProduct;
import dev.eventmanager.shop.logistic.Reservation;
import dev.eventmanager.shop.logistic.Shortage;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.probe.EventProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service alone among strangers, on whichever broker and database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class LogisticServiceContract {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Autowired
  private Shipments shipments;

  @Autowired
  private Stock stock;

  @LocalServerPort
  private int port;

  @LocalManagementPort
  private int managementPort;

  private ForeignPublisher stranger;
  private EventProbe shop;

  @BeforeEach
  void meet(ForeignPublisher publisher, EventProbe probe) {
    stranger = publisher;
    shop = probe;
  }

  @Test
  void reservesAnOrderOfVersionOneFromAClientThatKnowsNothingOfUs() {
    publish("order.v1.submit", """
        {"id":1,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""");

    awaitHeard(1, reserved(1));
  }

  @Test
  void dispatchesOnceHoweverOftenItIsToldAndInWhicheverOrder() {
    publish("billing.v1.settle", settled(2), "the-same");
    publish("billing.v1.settle", settled(2), "the-same");
    publish("order.v2.submit", order(2, "coffee", 2), "the-same");
    publish("order.v2.submit", order(2, "coffee", 2), "the-same");
    publish("order.v2.submit", order(2, "coffee", 2), "another");

    awaitHeard(2, reserved(2), dispatched(2));
    publish("order.v1.chargeback", calledOff(2));
    awaitStage(2, Stage.RETURNING);
    assertThat(heardOf(2)).hasSize(2);
    assertThat(item("coffee").reserved()).isZero();
  }

  @Test
  void isShortOfRareOrchids() {
    publish("order.v2.submit", order(3, "rare-orchid", 2));

    awaitHeard(
        3,
        Shortage.builder()
            .orderId(3)
            .addMissing(MissingProduct.builder()
                .product("rare-orchid")
                .requested(2)
                .available(0)
                .build())
            .build());
  }

  @Test
  void putsGoodsBackWhenAnOrderIsRefused() {
    long before = item("honey").available();
    publish("order.v2.submit", order(4, "honey", 5));
    awaitHeard(4, reserved(4));
    assertThat(item("honey").available()).isEqualTo(before - 5);
    publish("order.v1.refuse", calledOff(4));

    awaitStage(4, Stage.CANCELLED);
    assertThat(item("honey").available()).isEqualTo(before);
  }

  @Test
  void goesOnAfterMessagesThatMakeNoSense() {
    publish("order.v2.submit", "{\"id\":");
    publish("order.v2.submit", order(61, "tea", -1));
    publish("order.v7.submit", order(62, "tea", 1));
    publish("order.v2.submit", order(6, "tea", 1));

    awaitHeard(6, reserved(6));
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(parked("logistic_order")).isEqualTo(3));
    assertThat(shipments.find(new OrderId(61))).isEmpty();
  }

  @Test
  void deliversWhatWasDispatchedOverTheWeb() {
    publish("order.v2.submit", order(7, "cups", 1));
    publish("billing.v1.settle", settled(7));
    awaitStage(7, Stage.DISPATCHED);

    String first = web().post().uri("/shipments/7/delivered").retrieve().body(String.class);
    String second = web().post().uri("/shipments/7/delivered").retrieve().body(String.class);

    assertThat(second).isEqualTo(first).contains("DELIVERED");
    awaitHeard(7, reserved(7), dispatched(7), delivered(7));
  }

  @Test
  void tellsOfItselfOverTheWeb() {
    assertThat(get("/readyz")).contains("\"status\":\"UP\"");
    assertThat(get("/v3/api-docs"))
        .contains("/shipments/{orderId}", "/shipments/{orderId}/delivered", "/stock");
    assertThat(get("/swagger-ui/index.html")).contains("swagger-ui");
  }

  /** On the exchange that bears the routing key's first word. */
  private void publish(String routingKey, String body) {
    stranger.publish(exchangeOf(routingKey), routingKey, body);
  }

  private void publish(String routingKey, String body, String id) {
    stranger.publish(
        exchangeOf(routingKey),
        routingKey,
        new BasicProperties.Builder().messageId(id).build(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String exchangeOf(String routingKey) {
    return routingKey.substring(0, routingKey.indexOf('.'));
  }

  /** Waits until logistic has said all of this about an order, and nothing else. */
  private void awaitHeard(long orderId, Object... payloads) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(heardOf(orderId)).containsExactly(payloads));
  }

  private List<Object> heardOf(long orderId) {
    return shop.received().all().stream()
        .filter(event -> event.metadata().source().equals("logistic"))
        .filter(event -> event.metadata().orderingKey().equals(Long.toString(orderId)))
        .<Object>map(Event::payload)
        .toList();
  }

  private void awaitStage(long orderId, Stage stage) {
    await()
        .atMost(DEADLINE)
        .until(() -> shipments
            .find(new OrderId(orderId))
            .map(Shipment::stage)
            .filter(stage::equals)
            .isPresent());
  }

  private StockItem item(String product) {
    return stock.all().stream()
        .filter(item -> item.product().equals(product))
        .findFirst()
        .orElseThrow();
  }

  private int parked(String queue) {
    return RestClient.create("http://localhost:" + managementPort)
        .get()
        .uri("/actuator/health")
        .retrieve()
        .body(JsonNode.class)
        .at("/components/eventManager/details/queue " + queue + "/parked")
        .asInt();
  }

  private static String order(long id, String product, int quantity) {
    return """
        {"id":%d,"customer":"c-1001","currency":"EUR",
         "lines":[{"id":1,"product":"%s","quantity":%d,"price":3.00}],
         "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""".formatted(id, product, quantity);
  }

  private static String settled(long orderId) {
    return "{\"orderId\":%d,\"currency\":\"EUR\",\"amount\":6.00}".formatted(orderId);
  }

  private static String calledOff(long orderId) {
    return "{\"orderId\":%d,\"reason\":\"changed my mind\"}".formatted(orderId);
  }

  private static Reservation reserved(long orderId) {
    return Reservation.builder().orderId(orderId).build();
  }

  private static Dispatch dispatched(long orderId) {
    return Dispatch.builder().orderId(orderId).shipmentId("s-" + orderId).build();
  }

  private static Delivery delivered(long orderId) {
    return Delivery.builder().orderId(orderId).shipmentId("s-" + orderId).build();
  }

  private RestClient web() {
    return RestClient.create("http://localhost:" + port);
  }

  private String get(String path) {
    return web().get().uri(path).retrieve().body(String.class);
  }
}
