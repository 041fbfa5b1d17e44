package dev.eventmanager.benchmarks.run;

import java.math.BigDecimal;
import java.util.List;

/**
 * The event of all contestants, about 500 bytes of JSON.
 *
 * @param id its ordering key
 * @param number counts the events of this key from 1
 * @param due when it should have been sent, by {@link System#nanoTime}
 * @param sent when it was
 */
public record Purchase(
    String id,
    int number,
    long due,
    long sent,
    String customer,
    String currency,
    List<Line> lines,
    Address deliverTo) {

  public record Line(String product, int quantity, BigDecimal price) {}

  public record Address(
      String name, String street, String city, String postcode, String country, String remark) {}
}
