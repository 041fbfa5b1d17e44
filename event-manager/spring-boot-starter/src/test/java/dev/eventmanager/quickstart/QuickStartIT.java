package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.testkit.broker.TestBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "spring.application.name=depot-service")
class QuickStartIT {

  @Autowired
  private Depot depot;

  @Autowired
  private Invoices invoices;

  @DynamicPropertySource
  static void broker(DynamicPropertyRegistry properties) {
    VirtualHost host = TestBroker.find().openVirtualHost("quickstart");
    properties.add("spring.rabbitmq.addresses", () -> host.uri().toString());
  }

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
