package dev.eventmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithBroker(BrokerKind.EMBEDDED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithBrokerTest {
  private VirtualHost ofTheClass;
  private ForeignPublisher beforeTheTest;

  @BeforeEach
  void remember(VirtualHost virtualHost, ForeignPublisher publisher) {
    ofTheClass = ofTheClass == null ? virtualHost : ofTheClass;
    beforeTheTest = publisher;
  }

  @RepeatedTest(2)
  void keepsOneVirtualHostForTheWholeClass(VirtualHost virtualHost) throws Exception {
    assertThat(virtualHost).isSameAs(ofTheClass);
    virtualHost.connectionFactory().newConnection().close();
  }

  @Test
  void givesATestWhatItGaveBeforeTheTest(ForeignPublisher publisher) {
    assertThat(publisher).isSameAs(beforeTheTest);
  }

  @Test
  void tellsSpringBootTheAddress(VirtualHost virtualHost) {
    assertThat(System.getProperty("spring.rabbitmq.addresses"))
        .isEqualTo(virtualHost.uri().toString());
  }

  @Nested
  class InANestedClass {
    @Test
    void theVirtualHostIsThatOfTheOuterOne(VirtualHost virtualHost) {
      assertThat(virtualHost).isSameAs(ofTheClass);
    }
  }
}
