package dev.eventmanager.benchmarks.run;

import dev.eventmanager.benchmarks.run.Purchase.Address;
import dev.eventmanager.benchmarks.run.Purchase.Line;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Numbers the purchases of each key from 1. Thread-safe, if each key is one thread's. */
public final class Purchases {

  private static final String KEY = "purchase-";
  private static final List<Line> LINES = List.of(
      new Line("earl-grey-tea-loose-250-g", 2, new BigDecimal("3.00")),
      new Line("mug-with-handle-blue", 1, new BigDecimal("4.50")),
      new Line("strainer-stainless-steel", 1, new BigDecimal("12.95")));
  private static final Address ADDRESS = new Address(
      "Customer 1001",
      "1 Mill Lane",
      "Turin",
      "10121",
      "IT",
      "The bell does not ring, please knock twice and mind the low beam");

  private final int[] numbers;

  public Purchases(int keys) {
    this.numbers = new int[keys];
  }

  public Purchase next(int key, long due) {
    return new Purchase(
        KEY + key, ++numbers[key], due, System.nanoTime(), "c-1001", "EUR", LINES, ADDRESS);
  }

  /** How many there were of a key. */
  int count(int key) {
    return numbers[key];
  }

  public long count() {
    return Arrays.stream(numbers).asLongStream().sum();
  }

  public static int key(Purchase purchase) {
    String id = purchase.id();
    return Integer.parseInt(id, KEY.length(), id.length(), 10);
  }
}
