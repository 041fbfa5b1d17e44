package dev.eventmanager.logistic.domain;

/**
 * What we have of one product. Immutable; never below zero and never promised twice.
 *
 * @param onHand pieces in the warehouse
 * @param reserved those of them that are promised to orders not yet dispatched
 */
public record StockItem(String product, long onHand, long reserved) {

  public StockItem {
    if (reserved < 0 || reserved > onHand) {
      throw new IllegalArgumentException(
          "stock of %s: %d reserved of %d on hand".formatted(product, reserved, onHand));
    }
  }

  public long available() {
    return onHand - reserved;
  }

  StockItem reserve(long quantity) {
    return new StockItem(product, onHand, reserved + quantity);
  }

  StockItem release(long quantity) {
    return new StockItem(product, onHand, reserved - quantity);
  }

  StockItem ship(long quantity) {
    return new StockItem(product, onHand - quantity, reserved - quantity);
  }
}
