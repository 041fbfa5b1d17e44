package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.probe.EventProbe;
import java.math.BigDecimal;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
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
  private Returns returns;

  @Autowired
  private Invoices invoices;

  // snippet: test
  @Test
  void writesAnInvoiceForAParcelThatWasSent(EventProbe events) {
    events.publish(ParcelEvents.SENT, new Parcel("p-1", new BigDecimal("2.50")));

    eventually().untilAsserted(() -> assertThat(invoices.written()).contains("2.50 kg by test"));
  }
  // end

  @Test
  void handsTheDepotsParcelToTheInvoices() {
    depot.send(new Parcel("p-2", new BigDecimal("7.00")));

    eventually().untilAsserted(() -> assertThat(invoices.written()).contains("7.00 kg by depot"));
  }

  @Test
  void remindsOfAParcelUnlessItArrived(EventProbe events) {
    String reminder = returns.expect(new Parcel("p-3", BigDecimal.ONE), Duration.ofHours(1));
    assertThat(returns.arrived(reminder)).isTrue();

    returns.expect(new Parcel("p-4", BigDecimal.ONE), Duration.ZERO);

    assertThat(events.await(ParcelEvents.OVERDUE).payload().id()).isEqualTo("p-4");
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(20));
  }

  @SpringBootApplication
  static class Application {}
}
