package dev.eventmanager.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.Event;
import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.Invoice.Status;
import dev.eventmanager.billing.domain.Invoices;
import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.OrderId;
import dev.eventmanager.shop.billing.BillingEvents;
import dev.eventmanager.shop.billing.Decline;
import dev.eventmanager.shop.billing.Refund;
import dev.eventmanager.shop.billing.Settlement;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.probe.EventProbe;
import java.math.BigDecimal;
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
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service alone among strangers, on whichever broker and database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class BillingServiceContract {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Autowired
  private Invoices invoices;

  @Autowired
  private Ledger ledger;

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
  void settlesAnOrderOfVersionOneFromAClientThatKnowsNothingOfUs() {
    publish("order.v1.submit", """
        {"id":1,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""");

    awaitHeard(1, settled(1, "10.50"));
    assertThat(ledger.entries(new OrderId(1)))
        .extracting(entry -> entry.account() + " " + entry.debit() + " " + entry.credit())
        .containsExactly("RECEIVABLE 10.50 0", "REVENUE 0 10.50");
  }

  @Test
  void settlesOnceWhatComesTwice() {
    publish("order.v2.submit", order(2, "c-1001", "3.00"), "the-same");
    publish("order.v2.submit", order(2, "c-1001", "3.00"), "the-same");
    publish("order.v2.submit", order(2, "c-1001", "3.00"), "another");
    publish("order.v1.chargeback", calledOff(2));

    awaitHeard(2, settled(2, "6.00"), refunded(2, "6.00"));
    assertThat(ledger.entries(new OrderId(2))).hasSize(4);
  }

  @Test
  void declinesACustomerWithoutCredit() {
    publish("order.v2.submit", order(3, "c-declined-7", "3.00"));

    awaitHeard(3, declined(3, "customer c-declined-7 has no credit"));
  }

  @Test
  void declinesWhatIsOverTheCreditLimit() {
    publish("order.v2.submit", order(4, "c-1001", "5000.01"));

    Event<Decline> declined =
        shop.await(BillingEvents.DECLINE, event -> event.payload().orderId() == 4);
    assertThat(declined.payload().reason()).contains("10000.02 EUR is over the credit limit");
  }

  @Test
  void neverSettlesAnOrderThatWasChargedBackBeforeItCame() {
    publish("order.v1.chargeback", calledOff(5));
    publish("order.v2.submit", order(5, "c-1001", "3.00"));

    await()
        .atMost(DEADLINE)
        .until(() -> invoices
            .find(new OrderId(5))
            .filter(invoice -> invoice.bill().isPresent())
            .isPresent());
    assertThat(invoices.find(new OrderId(5)).orElseThrow().status()).isEqualTo(Status.VOID);
    assertThat(ledger.entries(new OrderId(5))).isEmpty();
  }

  @Test
  void goesOnAfterMessagesThatMakeNoSense() {
    publish("order.v2.submit", "{\"id\":");
    publish("order.v2.submit", order(61, "c-1001", "3.00").replace("EUR", "EURO"));
    publish("order.v2.submit", order(62, "c-1001", "3.00").replace("EUR", "ABC"));
    publish("order.v7.submit", order(63, "c-1001", "3.00"));
    publish("order.v2.submit", order(6, "c-1001", "3.00"));

    awaitHeard(6, settled(6, "6.00"));
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(parked("billing_order")).isEqualTo(4));
    assertThat(invoices.find(new OrderId(62))).isEmpty();
  }

  @Test
  void keepsTheLedgerInBalance() {
    publish("order.v2.submit", order(7, "c-1001", "0.01"));

    awaitHeard(7, settled(7, "0.02"));
    assertThat(ledger.balance().balanced()).isTrue();
    assertThat(ledger.balance().accounts())
        .extracting(row -> row.account())
        .contains(Account.RECEIVABLE);
  }

  @Test
  void tellsOfItselfOverTheWeb() {
    RestClient web = RestClient.create("http://localhost:" + port);

    assertThat(get(web, "/readyz")).contains("\"status\":\"UP\"");
    assertThat(get(web, "/v3/api-docs"))
        .contains("/invoices/{orderId}", "/ledger/entries", "/ledger/balance");
    assertThat(get(web, "/swagger-ui/index.html")).contains("swagger-ui");
  }

  @Test
  void tellsItsOperatorsMoreOnAPortOfTheirOwn() {
    RestClient management = RestClient.create("http://localhost:" + managementPort);

    assertThat(get(management, "/actuator/health")).contains("\"status\":\"UP\"", "eventManager");
    assertThatThrownBy(() -> get(management, "/actuator/parked"))
        .isInstanceOf(HttpClientErrorException.Unauthorized.class);
    assertThatThrownBy(() -> get(RestClient.create("http://localhost:" + port), "/actuator/parked"))
        .isInstanceOf(HttpClientErrorException.NotFound.class);
  }

  private void publish(String routingKey, String body) {
    stranger.publish("order", routingKey, body);
  }

  private void publish(String routingKey, String body, String id) {
    stranger.publish(
        "order",
        routingKey,
        new BasicProperties.Builder().messageId(id).build(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until billing has said all of this about an order, and nothing else. */
  private void awaitHeard(long orderId, Object... payloads) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(heardOf(orderId)).containsExactly(payloads));
  }

  private List<Object> heardOf(long orderId) {
    return shop.received().all().stream()
        .filter(event -> event.metadata().source().equals("billing"))
        .filter(event -> event.metadata().orderingKey().equals(Long.toString(orderId)))
        .<Object>map(Event::payload)
        .toList();
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

  private static String order(long id, String customer, String price) {
    return """
        {"id":%d,"customer":"%s","currency":"EUR",
         "lines":[{"id":1,"product":"tea","quantity":2,"price":%s}],
         "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""".formatted(id, customer, price);
  }

  private static String calledOff(long orderId) {
    return "{\"orderId\":%d,\"reason\":\"changed my mind\"}".formatted(orderId);
  }

  private static Settlement settled(long orderId, String amount) {
    return Settlement.builder()
        .orderId(orderId)
        .currency("EUR")
        .amount(new BigDecimal(amount))
        .build();
  }

  private static Refund refunded(long orderId, String amount) {
    return Refund.builder()
        .orderId(orderId)
        .currency("EUR")
        .amount(new BigDecimal(amount))
        .build();
  }

  private static Decline declined(long orderId, String reason) {
    return Decline.builder().orderId(orderId).reason(reason).build();
  }

  private static String get(RestClient web, String path) {
    return web.get().uri(path).retrieve().body(String.class);
  }
}
