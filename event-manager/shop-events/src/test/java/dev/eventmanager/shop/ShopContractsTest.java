package dev.eventmanager.shop;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.contracts.ContractFiles;
import dev.eventmanager.contracts.service.ServiceContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the contract files and the pages in {@code docs/events} what the declared events say. */
class ShopContractsTest {

  private static final Path ROOT = Path.of("../..");

  @Test
  void areWhatTheDeclaredEventsSay() {
    // snippet: contracts
    ContractFiles.of(EventCatalogue.load(getClass().getClassLoader()))
        .withPages(ROOT.resolve("docs/events"), "The shop's events")
        .withServices(Stream.of("order-service", "billing-service", "logistic-service")
            .map(ShopContractsTest::service)
            .toList())
        .updatedBy("./mvnw test -pl event-manager/shop-events -am -Dtest=ShopContractsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Devent-manager.contracts=update")
        .check();
    // end
  }

  private static ServiceContract service(String name) {
    return ServiceContract.read(
        ROOT.resolve(name).resolve("src/main/resources").resolve(ServiceContract.fileName(name)));
  }
}
