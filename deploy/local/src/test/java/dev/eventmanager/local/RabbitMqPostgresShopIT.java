package dev.eventmanager.local;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The shop on what it stands on in production. */
@WithBroker(BrokerKind.RABBITMQ)
class RabbitMqPostgresShopIT implements WholeShopContract {

  private static PostgresDatabase database;
  private static ShopUnderTest shop;

  @BeforeAll
  static void start(VirtualHost virtualHost) throws InterruptedException {
    database = PostgresDatabase.create("shop");
    shop =
        ShopUnderTest.start(Optional.of(virtualHost.uri()), Optional.of(database.url()), Map.of());
  }

  @AfterAll
  static void stop() {
    shop.close();
    database.close();
  }

  @Override
  public ShopUnderTest shop() {
    return shop;
  }
}
