package dev.eventmanager.versions;

// snippet: order v3
/** Amount and currency are one value now, and the order says where it was placed. */
public record OrderV3(String id, Money total, String channel) {

  public OrderV2 toV2() {
    return new OrderV2(id, total.amount(), total.currency());
  }
}
// end
