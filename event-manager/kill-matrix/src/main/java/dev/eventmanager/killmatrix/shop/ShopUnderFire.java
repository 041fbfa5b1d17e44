package dev.eventmanager.killmatrix.shop;

import dev.eventmanager.killmatrix.fault.NodeUnderFire;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.local.Shop;
import dev.eventmanager.local.ShopSettings;
import dev.eventmanager.local.Silence;
import dev.eventmanager.local.demo.ShopClient;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The shop as {@code ./run} starts it, on a broker and a database that are restarted under it. */
public final class ShopUnderFire {

  private static final List<String> SERVICES =
      List.of("order-service", "billing-service", "logistic-service");
  private static final Duration STUCK = Duration.ofMinutes(4);
  private static final String DATABASE = "shop";

  private final ShopFireSettings settings;
  private final NodeUnderFire broker;
  private final Postgres postgres;
  private final Random random;
  private final Consumer<String> out;
  private int injected = 0;

  public ShopUnderFire(
      ShopFireSettings settings,
      NodeUnderFire broker,
      Postgres postgres,
      Random random,
      Consumer<String> out) {
    this.settings = settings;
    this.broker = broker;
    this.postgres = postgres;
    this.random = random;
    this.out = out;
  }

  /** Runs it until every order is accepted and has come to its end. */
  public ShopResult run() throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    postgres.create(DATABASE);
    try (Shop shop = new Shop(shopSettings(), new Silence())) {
      shop.start();
      ShopClient client = new ShopClient(
          shop.services().order(), shop.services().billing(), shop.services().logistic());
      try (Customers customers =
          new Customers(client, settings.orders(), settings.millisBetween())) {
        customers.start();
        fire(shop, customers);
        return new ShopResult(
            settings.orders(),
            violations(client, customers),
            injected,
            Duration.ofNanos(System.nanoTime() - begin));
      }
    }
  }

  private void fire(Shop shop, Customers customers) throws InterruptedException {
    do {
      for (String service : SERVICES) {
        pause();
        shop.supervisor().kill(service);
        note(service + " killed");
      }
      pause();
      broker.killAndRestart();
      note("broker killed and started again");
      pause();
      if (postgres.canRestart()) {
        postgres.restartImmediately();
        note("database restarted after a crash");
      }
    } while (!customers.haveAll());
  }

  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextLong(settings.longestPause().toMillis()) + 1);
  }

  private void note(String fault) {
    injected++;
    out.accept("shop: " + fault);
  }

  private List<String> violations(ShopClient client, Customers customers)
      throws SQLException, InterruptedException {
    ShopReader reader = new ShopReader(postgres.url(DATABASE));
    List<String> violations = new ArrayList<>(awaitAgreement(reader, customers));
    violations.addAll(reader.leftovers());
    if (!client.balance().body().path("balanced").asBoolean()) {
      violations.add("the ledger is not in balance");
    }
    return violations;
  }

  /** Waits for as long as anything comes to agree. */
  private static List<String> awaitAgreement(ShopReader reader, Customers customers)
      throws SQLException, InterruptedException {
    List<String> last = List.of("nothing was read");
    long moved = System.nanoTime();
    while (System.nanoTime() - moved < STUCK.toNanos()) {
      List<String> now = reader.disagreeing(customers.accepted());
      if (now.isEmpty() && customers.haveAll()) {
        return now;
      }
      if (!now.equals(last)) {
        last = now;
        moved = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return customers.haveAll() ? last : List.of("not every order was accepted");
  }

  private ShopSettings shopSettings() {
    return new ShopSettings(
        settings.home(),
        settings.state(),
        settings.ports(),
        Optional.of(URI.create(broker.addresses())),
        Optional.of(postgres.url(DATABASE)),
        Optional.empty(),
        Map.of());
  }
}
