package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Delivery;
import dev.eventmanager.local.demo.Orders;
import dev.eventmanager.local.demo.ShopClient;
import dev.eventmanager.local.demo.ShopClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What the shop promises its customers and its neighbours, whatever it stands on. */
interface WholeShopContract {

  Duration LIMIT = Duration.ofSeconds(30);

  ShopUnderTest shop();

  @Test
  default void deliversAnAcceptedOrderAndInvoicesItOnce() {
    long id = client().place("c-1001", "tea", 2);
    awaitStatus(id, "DISPATCHED");
    client().delivered(id);
    awaitStatus(id, "DELIVERED");

    assertThat(client().invoice(id).state()).isEqualTo("SETTLED");
    assertThat(client().shipment(id).state()).isEqualTo("DELIVERED");
    assertThat(bookingsOf(id)).containsExactly("SETTLEMENT", "SETTLEMENT");
  }

  @Test
  default void refusesAnOrderThatBillingDeclines() {
    long id = client().place("c-declined-1002", "coffee", 1);
    awaitStatus(id, "REFUSED");

    assertThat(client().invoice(id).state()).isEqualTo("DECLINED");
    await().atMost(LIMIT).until(() -> client().shipment(id).state().equals("CANCELLED"));
    assertThat(bookingsOf(id)).isEmpty();
  }

  @Test
  default void refusesAnOrderThatStockIsShortOfAndGivesTheMoneyBack() {
    long id = client().place("c-1003", "rare-orchid", 1);
    awaitStatus(id, "REFUSED");

    assertThat(client().shipment(id).state()).isEqualTo("SHORT");
    await()
        .atMost(LIMIT)
        .until(() -> Set.of("REFUNDED", "VOID").contains(client().invoice(id).state()));
  }

  @Test
  default void sendsNothingWhenAnOrderIsChargedBackBeforeItLeft() {
    // Nothing leaves that billing has not settled, and billing is down until the order is off.
    shop().kill("billing-service");
    long id = client().place("c-1004", "teapot", 1);
    client().chargeBack(id);

    await().atMost(LIMIT).until(() -> client().shipment(id).state(), "CANCELLED"::equals);
    assertThat(client().statusOf(id)).isEqualTo("CHARGED_BACK");
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> client().invoice(id).state(), Set.of("REFUNDED", "VOID")::contains);
    assertThat(client().shipment(id).state()).isEqualTo("CANCELLED");
  }

  @Test
  default void takesBackWhatIsChargedBackAfterItLeft() {
    long id = client().place("c-1005", "honey", 1);
    awaitStatus(id, "DISPATCHED");
    client().chargeBack(id);

    awaitStatus(id, "CHARGED_BACK");
    await().atMost(LIMIT).until(() -> client().shipment(id).state().equals("RETURNING"));
    await().atMost(LIMIT).until(() -> client().invoice(id).state().equals("REFUNDED"));
    assertThat(bookingsOf(id)).containsExactly("SETTLEMENT", "SETTLEMENT", "REFUND", "REFUND");
  }

  @Test
  default void billsAndSendsTheArticlesOrderOfAStranger() {
    long id = 800_001;
    shop().foreignPublisher().publish("order", "order.v1.submit", Orders.ofTheArticle(id));

    await().atMost(LIMIT).until(() -> client().shipment(id).state().equals("DISPATCHED"));
    Answer invoice = client().invoice(id);
    assertThat(invoice.state()).isEqualTo("SETTLED");
    assertThat(invoice.body().path("total").asString()).isEqualTo("10.50");
  }

  @Test
  default void letsAStrangerSeeEveryEventOfAnOrder() {
    String queue = "stranger-" + System.nanoTime();
    for (String exchange : List.of("order", "billing", "logistic")) {
      shop().foreignSubscriber().bind(queue, exchange, "#");
    }
    long id = client().place("c-1006", "biscuits", 3);

    Set<String> seen = new HashSet<>();
    while (seen.size() < 4) {
      Delivery message = shop().foreignSubscriber().take(queue);
      if (isAbout(id, message)) {
        seen.add(message.getEnvelope().getRoutingKey());
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "order.v2.submit", "billing.v1.settle", "logistic.v1.reserve", "logistic.v1.dispatch");
  }

  @Test
  default void givesAPlainAwsClientEachEventOnceAndInOrder() {
    long id = client().place("c-1007", "cups", 1);
    awaitStatus(id, "DISPATCHED");
    client().delivered(id);
    String group = Long.toString(id);

    List<Message> received = new ArrayList<>();
    await().atMost(LIMIT).untilAsserted(() -> {
      received.addAll(receive(group));
      assertThat(received).extracting(WholeShopContract::typeOf).contains("logistic.v1.deliver");
    });
    assertThat(received).extracting(WholeShopContract::idOf).doesNotHaveDuplicates();
    assertThat(received)
        .extracting(WholeShopContract::typeOf)
        .startsWith("order.v2.submit")
        .endsWith("logistic.v1.dispatch", "logistic.v1.deliver")
        .containsExactlyInAnyOrder(
            "order.v2.submit",
            "billing.v1.settle",
            "logistic.v1.reserve",
            "logistic.v1.dispatch",
            "logistic.v1.deliver");
  }

  @Test
  default void answersBadInputWithAProblemThatNamesTheField() {
    assertProblem(client().submit("{\"customer\":", Map.of()), 400, "body");
    assertProblem(
        client().submit(Orders.of("c-1008", "tea", -1), Map.of()), 400, "lines[0].quantity");
    assertProblem(client().order(99_999_999), 404, "id");
    assertProblem(client().invoice(99_999_999), 404, "orderId");
    assertProblem(client().shipment(99_999_999), 404, "orderId");
  }

  @Test
  default void takesAnOrderOnceForAnIdempotencyKeyAndRefusesAnotherUnderIt() {
    Map<String, String> key = Map.of("Idempotency-Key", "key-" + System.nanoTime());
    Answer first = client().submit(Orders.of("c-1009", "tea", 1), key);
    Answer again = client().submit(Orders.of("c-1009", "tea", 1), key);
    Answer other = client().submit(Orders.of("c-1009", "tea", 2), key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body().path("id").asLong())
        .isEqualTo(first.body().path("id").asLong());
    assertProblem(other, 422, "Idempotency-Key");
  }

  @Test
  default void letsAnOperatorSeeReplayAndDiscardWhatBillingCannotHandle() {
    String key = "800002";
    shop().foreignPublisher().publish("order", "order.v2.submit", inNoCurrency(key));
    OperatorTerminal operator = shop().operatorOfBilling();

    await()
        .atMost(LIMIT)
        .until(() -> operator.parked("list", "--key", key).output().contains("order.v2.submit"));
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

  @AfterEach
  default void keepsTheLedgerInBalance() {
    assertThat(client().balance().body().path("balanced").asBoolean()).isTrue();
  }

  /** An order that can be read, and that billing can make no invoice of. */
  private static String inNoCurrency(String id) {
    return """
        {"id":%s,"customer":"c-1010","currency":"ABC",
         "lines":[{"id":1,"product":"tea","quantity":1,"price":3.00}],
         "deliverTo":{"name":"Customer 1010","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""".formatted(id);
  }

  private ShopClient client() {
    return shop().client();
  }

  private void awaitStatus(long id, String status) {
    await().atMost(LIMIT).until(() -> client().statusOf(id), status::equals);
  }

  private List<String> bookingsOf(long id) {
    List<String> bookings = new ArrayList<>();
    client()
        .entries(id)
        .body()
        .forEach(entry -> bookings.add(entry.path("booking").asString()));
    return bookings;
  }

  /** What is received of one group; the messages of the others go back when their time is up. */
  private List<Message> receive(String group) {
    List<Message> messages = shop()
        .sqs()
        .receiveMessage(request -> request
            .queueUrl(shop().mirrorUrl())
            .maxNumberOfMessages(10)
            .waitTimeSeconds(1)
            .messageAttributeNames("All")
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
    messages.forEach(message -> shop()
        .sqs()
        .deleteMessage(request ->
            request.queueUrl(shop().mirrorUrl()).receiptHandle(message.receiptHandle())));
    return messages.stream()
        .filter(message -> message
            .attributes()
            .get(MessageSystemAttributeName.MESSAGE_GROUP_ID)
            .equals(group))
        .toList();
  }

  private static String typeOf(Message message) {
    return message.messageAttributes().get("type").stringValue();
  }

  private static String idOf(Message message) {
    return message.messageAttributes().get("id").stringValue();
  }

  private static boolean isAbout(long id, Delivery message) {
    String body = new String(message.getBody(), StandardCharsets.UTF_8);
    return body.contains("\"orderId\":" + id) || body.contains("\"id\":" + id);
  }

  private static void assertProblem(Answer answer, int status, String field) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("errors").findValuesAsString("field")).contains(field);
  }
}
