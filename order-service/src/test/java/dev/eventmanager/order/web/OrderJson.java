package dev.eventmanager.order.web;

import java.util.Collections;

/** Bodies of {@code POST /orders} for tests. */
final class OrderJson {

  private static final String ORDER = """
            {"customer":"c-1001","currency":"EUR","lines":[%s],
             "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""";

  private OrderJson() {}

  static String order() {
    return orderWithPrice("\"3.00\"");
  }

  static String orderWithPrice(String price) {
    return ORDER.formatted(line("2", price));
  }

  static String orderWithQuantity(String quantity) {
    return ORDER.formatted(line(quantity, "3"));
  }

  static String orderWithLines(int count) {
    return ORDER.formatted(String.join(",", Collections.nCopies(count, line("1", "3"))));
  }

  /** The order with one text of it replaced. */
  static String orderWith(String instead, String of) {
    return order().replace(of, instead);
  }

  private static String line(String quantity, String price) {
    return "{\"product\":\"tea\",\"quantity\":%s,\"price\":%s}".formatted(quantity, price);
  }
}
