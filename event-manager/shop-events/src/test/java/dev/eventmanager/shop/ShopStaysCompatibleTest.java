package dev.eventmanager.shop;

import dev.eventmanager.contracts.gate.StaysCompatible;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shop's events since an earlier release, and which of its services a change breaks. */
class ShopStaysCompatibleTest implements StaysCompatible {

  @Override
  public List<Path> resources() {
    return Stream.of(
            "event-manager/shop-events", "order-service", "billing-service", "logistic-service")
        .map(module -> Path.of("../..", module, "src/main/resources"))
        .toList();
  }
}
