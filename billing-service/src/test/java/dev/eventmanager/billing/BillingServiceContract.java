package dev.eventmanager.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.Invoice.Status;
import dev.eventmanager.billing.domain.Invoices;
import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.OrderId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

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
  void settlesAnOrderOfVersionOneFromAClientThatKnowsNothingOfUs() throws IOException {
    stranger.publish("order.v1.submit", """
        {"id":1,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""");

    awaitHeard(1, settled(1, "10.50"));
    assertThat(ledger.entries(new OrderId(1)))
        .extracting(entry -> entry.account() + " " + entry.debit() + " " + entry.credit())
        .containsExactly("RECEIVABLE 10.50 0", "REVENUE 0 10.50");
  }

  @Test
  void settlesOnceWhatComesTwice() throws IOException {
    stranger.publish("order.v2.submit", order(2, "c-1001", "3.00"), "the-same");
    stranger.publish("order.v2.submit", order(2, "c-1001", "3.00"), "the-same");
    stranger.publish("order.v2.submit", order(2, "c-1001", "3.00"), "another");
    stranger.publish("order.v1.chargeback", calledOff(2));

    awaitHeard(2, settled(2, "6.00"), refunded(2, "6.00"));
    assertThat(ledger.entries(new OrderId(2))).hasSize(4);
  }

  @Test
  void declinesACustomerWithoutCredit() throws IOException {
    stranger.publish("order.v2.submit", order(3, "c-declined-7", "3.00"));

    awaitHeard(3, "billing.v1.decline {orderId=3, reason=customer c-declined-7 has no credit}");
  }

  @Test
  void declinesWhatIsOverTheCreditLimit() throws IOException {
    stranger.publish("order.v2.submit", order(4, "c-1001", "5000.01"));

    await().atMost(DEADLINE).until(() -> !stranger.heardOf(4).isEmpty());
    assertThat(stranger.heardOf(4).get(0))
        .startsWith("billing.v1.decline")
        .contains("10000.02 EUR is over the credit limit");
  }

  @Test
  void neverSettlesAnOrderThatWasChargedBackBeforeItCame() throws IOException {
    stranger.publish("order.v1.chargeback", calledOff(5));
    stranger.publish("order.v2.submit", order(5, "c-1001", "3.00"));

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
  void goesOnAfterMessagesThatMakeNoSense() throws IOException {
    stranger.publish("order.v2.submit", "{\"id\":");
    stranger.publish("order.v2.submit", order(61, "c-1001", "3.00").replace("EUR", "EURO"));
    stranger.publish("order.v2.submit", order(62, "c-1001", "3.00").replace("EUR", "ABC"));
    stranger.publish("order.v7.submit", order(63, "c-1001", "3.00"));
    stranger.publish("order.v2.submit", order(6, "c-1001", "3.00"));

    awaitHeard(6, settled(6, "6.00"));
    assertThat(invoices.find(new OrderId(62))).isEmpty();
  }

  @Test
  void keepsTheLedgerInBalance() throws IOException {
    stranger.publish("order.v2.submit", order(7, "c-1001", "0.01"));

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

  private void awaitHeard(int orderId, String... messages) {
    await().atMost(DEADLINE).until(() -> stranger.heardOf(orderId).size() >= messages.length);
    assertThat(stranger.heardOf(orderId)).isEqualTo(List.of(messages));
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

  private static String settled(int orderId, String amount) {
    return "billing.v1.settle {amount=%s, currency=EUR, orderId=%d}".formatted(amount, orderId);
  }

  private static String refunded(int orderId, String amount) {
    return "billing.v1.refund {amount=%s, currency=EUR, orderId=%d}".formatted(amount, orderId);
  }

  private static String get(RestClient web, String path) {
    return web.get().uri(path).retrieve().body(String.class);
  }
}
