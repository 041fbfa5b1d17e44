package dev.eventmanager.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.database.PostgresSchema;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The event {@code order.submit} goes from version 2 to 3 while everybody goes on. */
@WithBroker
class VersionsInPracticeIT {

  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final PostgresSchema billingDatabase = database();

  @AfterEach
  void closeAll() throws Exception {
    while (!toClose.isEmpty()) {
      toClose.pop().close();
    }
  }

  @Test
  void movesOnePartyAfterTheOther(ForeignPublisher stranger) {
    // snippet: step 1
    OldBilling oldBilling = new OldBilling();
    Party billing = subscriber(billingDatabase, new ReleaseTwo(), oldBilling);
    Party oldShop = publisher(new ReleaseTwo());

    publish(oldShop, "a", 1);

    assertGets(oldBilling, "a", "order.v2.submit: 1 EUR");
    // end

    // snippet: step 2
    NewLogistic logistic = new NewLogistic();
    Party newLogistic = subscriber(database(), new ReleaseThree(), logistic);

    publish(oldShop, "b", 1, 2);

    assertGets(oldBilling, "b", "order.v2.submit: 1 EUR", "order.v2.submit: 2 EUR");
    assertGets(logistic, "b", "order.v2.submit: 1 by shop", "order.v2.submit: 2 by shop");
    // end

    // snippet: step 3
    Party newShop = publisher(new ReleaseThree());

    publishNew(newShop, "c", 1, 2);
    publish(oldShop, "d", 1, 2);

    assertGets(oldBilling, "c", "order.v2.submit: 1 EUR", "order.v2.submit: 2 EUR"); // the twins
    assertGets(logistic, "c", "order.v3.submit: 1 by web", "order.v3.submit: 2 by web");
    assertGets(oldBilling, "d", "order.v2.submit: 1 EUR", "order.v2.submit: 2 EUR");
    assertGets(logistic, "d", "order.v2.submit: 1 by shop", "order.v2.submit: 2 by shop");
    // end
    eventually().until(() -> billing.skipped("billing_order") == 2);
    eventually().until(() -> newLogistic.skipped("logistic_order") == 2);
    assertThat(billing.parked() + newLogistic.parked()).isZero();

    // snippet: step 4
    billing.close();
    publishNew(newShop, "e", 1); // waits on billing's queue, with its twin
    NewBilling newBilling = new NewBilling();
    Party upgradedBilling = subscriber(billingDatabase, new ReleaseThree(), newBilling);
    publishNew(newShop, "e", 2);

    assertGets(newBilling, "e", "order.v3.submit: 1 by web", "order.v3.submit: 2 by web");
    // end
    eventually().until(() -> upgradedBilling.skipped("billing_order") == 2);
    assertThat(upgradedBilling.parked()).isZero();

    stranger.publish("order", "order.v1.submit", "{\"id\":\"f\",\"total\":1}");
    assertGets(newBilling, "f", "order.v1.submit: 1 by shop");
  }

  @Test
  void whoBindsOneVersionAloneGetsThatOne() {
    NewLogistic logistic = new NewLogistic();
    Party subscriber = subscriber(database(), new ReleaseThree(), logistic);

    publishNew(publisher(new ReleaseThree()), "g", 1);

    assertGets(logistic, "v2 of g", "order.v2.submit: shop");
    assertGets(logistic, "v3 of g", "order.v3.submit: web");
    assertThat(subscriber.skipped("logistic_v2") + subscriber.skipped("logistic_v3"))
        .isZero();
  }

  @Test
  void aVersionThatNobodyBindsIsInNobodysWay() {
    OnlyVersion2 billing = new OnlyVersion2();
    Party newShop = publisher(new ReleaseThree());
    Party subscriber = subscriber(billingDatabase, new ReleaseTwo(), billing);

    publishNew(newShop, "h", 1, 2);

    assertGets(billing, "h", "order.v2.submit: 1", "order.v2.submit: 2");
    assertThat(subscriber.parked()).isZero();
  }

  private Party publisher(EventDeclarations release) {
    return closing(Party.publisher(database(), release));
  }

  private Party subscriber(PostgresSchema database, EventDeclarations release, Received handlers) {
    return closing(Party.subscriber(database, release, handlers));
  }

  private PostgresSchema database() {
    return closing(PostgresSchema.create("versions"));
  }

  private <C extends AutoCloseable> C closing(C resource) {
    toClose.push(resource);
    return resource;
  }

  /** Submits an order in version 2, once for each total. */
  private static void publish(Party shop, String order, int... totals) {
    IntStream.of(totals)
        .mapToObj(total -> new OrderV2(order, BigDecimal.valueOf(total), "EUR"))
        .forEach(payload -> shop.publish(ReleaseTwo.SUBMIT, payload));
  }

  /** Submits an order in version 3, once for each total. */
  private static void publishNew(Party shop, String order, int... totals) {
    IntStream.of(totals)
        .mapToObj(total -> new OrderV3(order, new Money(BigDecimal.valueOf(total), "EUR"), "web"))
        .forEach(payload -> shop.publish(ReleaseThree.SUBMIT, payload));
  }

  /** These and no others, in this order. */
  private static void assertGets(Received subscriber, String order, String... events) {
    eventually().untilAsserted(() -> assertThat(subscriber.of(order)).containsExactly(events));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60));
  }
}
