package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.local.demo.Orders;
import dev.eventmanager.local.demo.ShopClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the shop promises its customers, its neighbours and its operators, whatever it stands on. */
interface WholeShopContract extends NeighbourContract, OperatorContract {

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

  @AfterEach
  default void keepsTheLedgerInBalance() {
    assertThat(client().balance().body().path("balanced").asBoolean()).isTrue();
  }

  private List<String> bookingsOf(long id) {
    List<String> bookings = new ArrayList<>();
    client()
        .entries(id)
        .body()
        .forEach(entry -> bookings.add(entry.path("booking").asString()));
    return bookings;
  }

  private static void assertProblem(Answer answer, int status, String field) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("errors").findValuesAsString("field")).contains(field);
  }
}
