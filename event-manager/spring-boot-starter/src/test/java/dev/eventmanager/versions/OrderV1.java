package dev.eventmanager.versions;

import java.math.BigDecimal;

/** What the first publishers sent: prices were in euro. */
public record OrderV1(String id, BigDecimal total) {

  public OrderV3 toV3() {
    return toV2().toV3();
  }

  OrderV2 toV2() {
    return new OrderV2(id, total, "EUR");
  }
}
