package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Delivery;
import dev.eventmanager.local.demo.Orders;
import dev.eventmanager.local.demo.ShopClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What the shop promises programs that know nothing of it but AMQP or SQS. */
interface NeighbourContract extends RunningShop {

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
      assertThat(received).extracting(NeighbourContract::typeOf).contains("logistic.v1.deliver");
    });
    assertThat(received).extracting(NeighbourContract::idOf).doesNotHaveDuplicates();
    assertThat(received)
        .extracting(NeighbourContract::typeOf)
        .startsWith("order.v2.submit")
        .endsWith("logistic.v1.dispatch", "logistic.v1.deliver")
        .containsExactlyInAnyOrder(
            "order.v2.submit",
            "billing.v1.settle",
            "logistic.v1.reserve",
            "logistic.v1.dispatch",
            "logistic.v1.deliver");
  }

  /** What is received of one group; the messages of the others are deleted too, out of its way. */
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
}
