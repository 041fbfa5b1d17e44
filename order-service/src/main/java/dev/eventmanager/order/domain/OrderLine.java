package dev.eventmanager.order.domain;

import java.math.BigDecimal;

/**
 * One line of a {@link Purchase}.
 *
 * @param id counts from 1 within the order
 * @param price of one piece
 */
public record OrderLine(int id, String product, int quantity, BigDecimal price) {

  /** What the line costs. */
  public BigDecimal amount() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }

  OrderLine withDecimals(int decimals) {
    return new OrderLine(id, product, quantity, price.setScale(decimals));
  }
}
