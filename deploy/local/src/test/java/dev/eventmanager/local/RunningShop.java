package dev.eventmanager.local;

import static org.awaitility.Awaitility.await;

import dev.eventmanager.local.demo.ShopClient;
import java.time.Duration;

/** A shop that tests meet as its customers do. */
interface RunningShop {

  Duration LIMIT = Duration.ofSeconds(30);

  ShopUnderTest shop();

  default ShopClient client() {
    return shop().client();
  }

  default void awaitStatus(long id, String status) {
    await().atMost(LIMIT).until(() -> client().statusOf(id), status::equals);
  }
}
