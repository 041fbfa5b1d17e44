package dev.eventmanager.killmatrix.shop;

import dev.eventmanager.local.demo.Orders;
import dev.eventmanager.local.demo.ShopClient;
import dev.eventmanager.local.demo.ShopClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Order at random, some beyond their credit and some what nobody has, each as often as it takes: one
 * that got no answer asks again under the same key. Thread-safe.
 */
final class Customers implements AutoCloseable {

  private static final int THREADS = 4;
  private static final List<String> PRODUCTS = List.of("tea", "coffee", "cups", "honey");
  private static final int CREATED = 201;

  private final ShopClient client;
  private final int wanted;
  private final long millisBetween;
  private final Queue<Long> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final List<Thread> threads;

  Customers(ShopClient client, int wanted, long millisBetween) {
    this.client = client;
    this.wanted = wanted;
    this.millisBetween = millisBetween;
    this.threads = IntStream.range(0, THREADS)
        .mapToObj(number -> new Thread(this::orderAll, "customer-" + number))
        .toList();
  }

  void start() {
    threads.forEach(thread -> {
      thread.setDaemon(true);
      thread.start();
    });
  }

  /** The ids of the orders that were accepted. */
  List<Long> accepted() {
    return List.copyOf(accepted);
  }

  boolean haveAll() {
    return accepted.size() == wanted;
  }

  @Override
  public void close() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  private void orderAll() {
    try {
      for (int number = next.getAndIncrement(); number < wanted; number = next.getAndIncrement()) {
        orderUntilAccepted(number);
        TimeUnit.MILLISECONDS.sleep(millisBetween);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void orderUntilAccepted(int number) throws InterruptedException {
    String body = Orders.of(customer(number), product(number), 1 + number % 3);
    Map<String, String> key = Map.of("Idempotency-Key", "order-" + number);
    while (!isAccepted(body, key)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean isAccepted(String body, Map<String, String> key) {
    try {
      Answer answer = client.submit(body, key);
      if (answer.status() == CREATED) {
        accepted.add(answer.body().path("id").asLong());
      }
      return answer.status() == CREATED;
    } catch (RuntimeException noAnswer) {
      return false;
    }
  }

  private static String customer(int number) {
    return (number % 10 == 3 ? "c-declined-" : "c-") + number;
  }

  private static String product(int number) {
    return number % 10 == 7 ? "rare-orchid" : PRODUCTS.get(number % PRODUCTS.size());
  }
}
