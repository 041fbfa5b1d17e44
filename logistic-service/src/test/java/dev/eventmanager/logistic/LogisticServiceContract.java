package dev.eventmanager.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.logistic.domain.Shipment;
import dev.eventmanager.logistic.domain.Shipment.Stage;
import dev.eventmanager.logistic.domain.Shipments;
import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.StockItem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

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

  private Stranger stranger;

  @BeforeEach
  void meet(ConnectionFactory broker) throws Exception {
    stranger = new Stranger(broker);
  }

  @AfterEach
  void part() throws IOException {
    stranger.close();
  }

  @Test
  void reservesAnOrderOfVersionOneFromAClientThatKnowsNothingOfUs() throws IOException {
    stranger.publish("order.v1.submit", """
        {"id":1,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""");

    awaitHeard(1, "logistic.v1.reserve {orderId=1}");
  }

  @Test
  void dispatchesOnceHoweverOftenItIsToldAndInWhicheverOrder() throws IOException {
    stranger.publish("billing.v1.settle", settled(2), "the-same");
    stranger.publish("billing.v1.settle", settled(2), "the-same");
    stranger.publish("order.v2.submit", order(2, "coffee", 2), "the-same");
    stranger.publish("order.v2.submit", order(2, "coffee", 2), "the-same");
    stranger.publish("order.v2.submit", order(2, "coffee", 2), "another");

    awaitHeard(
        2, "logistic.v1.reserve {orderId=2}", "logistic.v1.dispatch {orderId=2, shipmentId=s-2}");
    stranger.publish("order.v1.chargeback", calledOff(2));
    awaitStage(2, Stage.RETURNING);
    assertThat(stranger.heardOf(2)).hasSize(2);
    assertThat(item("coffee").reserved()).isZero();
  }

  @Test
  void isShortOfRareOrchids() throws IOException {
    stranger.publish("order.v2.submit", order(3, "rare-orchid", 2));

    awaitHeard(
        3,
        "logistic.v1.shortage {missing=[{available=0, product=rare-orchid, requested=2}], orderId=3}");
  }

  @Test
  void putsGoodsBackWhenAnOrderIsRefused() throws IOException {
    long before = item("honey").available();
    stranger.publish("order.v2.submit", order(4, "honey", 5));
    stranger.publish("order.v1.refuse", calledOff(4));

    awaitStage(4, Stage.CANCELLED);
    assertThat(item("honey").available()).isEqualTo(before);
  }

  @Test
  void goesOnAfterMessagesThatMakeNoSense() throws IOException {
    stranger.publish("order.v2.submit", "{\"id\":");
    stranger.publish("order.v2.submit", order(61, "tea", -1));
    stranger.publish("order.v7.submit", order(62, "tea", 1));
    stranger.publish("order.v2.submit", order(6, "tea", 1));

    awaitHeard(6, "logistic.v1.reserve {orderId=6}");
    assertThat(shipments.find(new OrderId(61))).isEmpty();
  }

  @Test
  void deliversWhatWasDispatchedOverTheWeb() throws IOException {
    stranger.publish("order.v2.submit", order(7, "cups", 1));
    stranger.publish("billing.v1.settle", settled(7));
    awaitStage(7, Stage.DISPATCHED);

    String first = web().post().uri("/shipments/7/delivered").retrieve().body(String.class);
    String second = web().post().uri("/shipments/7/delivered").retrieve().body(String.class);

    assertThat(second).isEqualTo(first).contains("DELIVERED");
    awaitHeard(
        7,
        "logistic.v1.reserve {orderId=7}",
        "logistic.v1.dispatch {orderId=7, shipmentId=s-7}",
        "logistic.v1.deliver {orderId=7, shipmentId=s-7}");
  }

  @Test
  void tellsOfItselfOverTheWeb() {
    assertThat(get("/readyz")).contains("\"status\":\"UP\"");
    assertThat(get("/v3/api-docs"))
        .contains("/shipments/{orderId}", "/shipments/{orderId}/delivered", "/stock");
    assertThat(get("/swagger-ui/index.html")).contains("swagger-ui");
  }

  private void awaitHeard(int orderId, String... messages) {
    await().atMost(DEADLINE).until(() -> stranger.heardOf(orderId).size() >= messages.length);
    assertThat(stranger.heardOf(orderId)).isEqualTo(List.of(messages));
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

  private RestClient web() {
    return RestClient.create("http://localhost:" + port);
  }

  private String get(String path) {
    return web().get().uri(path).retrieve().body(String.class);
  }
}
