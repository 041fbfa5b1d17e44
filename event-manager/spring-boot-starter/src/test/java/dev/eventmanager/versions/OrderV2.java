package dev.eventmanager.versions;

import java.math.BigDecimal;

public record OrderV2(String id, BigDecimal total, String currency) {

  public OrderV3 toV3() {
    return new OrderV3(id, new Money(total, currency), "shop");
  }
}
