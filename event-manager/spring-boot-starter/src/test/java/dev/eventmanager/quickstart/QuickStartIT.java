package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.testkit.WithBroker;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;

@WithBroker
@SpringBootTest(properties = "spring.application.name=depot-service")
class QuickStartIT {

  @Autowired
  private Depot depot;

  @Autowired
  private Invoices invoices;

  @Test
  void handsThePublishedParcelToTheInvoices() {
    depot.send(new Parcel("p-1", new BigDecimal("2.50")));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(invoices.written()).containsExactly("2.50 kg by depot"));
  }

  @SpringBootApplication
  static class Application {}
}
