package dev.eventmanager.local;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The shop as {@code ./run} starts it without flags. */
class EmbeddedShopIT implements WholeShopContract {

  private static ShopUnderTest shop;

  @BeforeAll
  static void start() throws InterruptedException {
    shop = ShopUnderTest.start(Optional.empty(), Optional.empty(), Map.of());
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @Override
  public ShopUnderTest shop() {
    return shop;
  }
}
