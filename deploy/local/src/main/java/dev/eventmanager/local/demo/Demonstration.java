package dev.eventmanager.local.demo;

import dev.eventmanager.testkit.foreign.ForeignPublisher;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Places one order for each way an order can go, one after the other. */
public final class Demonstration {

  /** An id that the order service, which counts from 1001, does not reach in a demonstration. */
  private static final long FOREIGN_ORDER = 900_001;

  /** The order that billing parks. */
  public static final long PARKED_ORDER = 900_002;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ShopClient shop;
  private final ForeignPublisher stranger;
  private final Narrator narrator;

  public Demonstration(ShopClient shop, ForeignPublisher stranger, Narrator narrator) {
    this.shop = shop;
    this.stranger = stranger;
    this.narrator = narrator;
  }

  public void run() throws InterruptedException {
    tellTheEndOf(accepted());
    tellTheEndOf(declined());
    tellTheEndOf(shortOfStock());
    tellTheEndOf(chargedBack());
    tellTheEndOf(foreign());
    tellTheEndOf(parked());
  }

  private void tellTheEndOf(long order) throws InterruptedException {
    narrator.awaitTold();
    narrator.end(
        order,
        "order %s · invoice %s · shipment %s"
            .formatted(
                shop.statusOf(order),
                shop.invoice(order).state(),
                shop.shipment(order).state()));
  }

  private long accepted() throws InterruptedException {
    long id = place("accepted and delivered: two teas for c-1001", "c-1001", "tea", 2);
    await(id, Set.of("DISPATCHED"));
    shop.delivered(id);
    await(id, Set.of("DELIVERED"));
    return id;
  }

  private long declined() throws InterruptedException {
    long id =
        place("declined by billing: c-declined-1002 has no credit", "c-declined-1002", "coffee", 1);
    await(id, Set.of("REFUSED"));
    return id;
  }

  private long shortOfStock() throws InterruptedException {
    long id = place("short of stock: there is no rare-orchid", "c-1003", "rare-orchid", 1);
    await(id, Set.of("REFUSED"));
    return id;
  }

  private long chargedBack() throws InterruptedException {
    long id = place("charged back by the customer", "c-1004", "teapot", 1);
    await(id, Set.of("CONFIRMED", "DISPATCHED"));
    shop.chargeBack(id);
    await(id, Set.of("CHARGED_BACK"));
    return id;
  }

  private long foreign() {
    narrator.begin(
        FOREIGN_ORDER,
        "from a stranger: order.v1.submit by a bare AMQP client, without any header");
    stranger.publish("order", "order.v1.submit", Orders.ofTheArticle(FOREIGN_ORDER));
    return FOREIGN_ORDER;
  }

  private long parked() {
    narrator.begin(
        PARKED_ORDER,
        "from a stranger, in a currency that does not exist: billing tries, and parks it");
    stranger.publish("order", "order.v2.submit", Orders.inNoCurrency(PARKED_ORDER));
    return PARKED_ORDER;
  }

  private long place(String what, String customer, String product, int quantity) {
    long id = shop.place(customer, product, quantity);
    narrator.begin(id, what);
    return id;
  }

  private void await(long id, Set<String> statuses) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!statuses.contains(shop.statusOf(id))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "Order %d is %s after %d s, not %s; the services' logs tell why"
                .formatted(id, shop.statusOf(id), LIMIT.toSeconds(), statuses));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
