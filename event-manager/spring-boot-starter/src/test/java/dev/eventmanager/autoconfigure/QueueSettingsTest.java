package dev.eventmanager.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueueSettingsTest {

  @Test
  void namesAQueueAsItIsCalled() {
    assertThat(bound("event-manager.queues.billing_order.partitions", "4").queues())
        .containsOnly(Map.entry("billing_order", new EventManagerProperties.Queue(4)));
    assertThat(bound("event-manager.queues[billing.order_2].partitions", "4").queues())
        .containsOnlyKeys("billing.order_2");
  }

  @Test
  void refusesAQueueWithoutAnyPartition() {
    assertThatThrownBy(() -> bound("event-manager.queues.billing_order.partitions", "0"))
        .rootCause()
        .hasMessage("event-manager.queues.*.partitions is 0 and must be at least 1");
  }

  private static EventManagerProperties bound(String name, String value) {
    return new Binder(new MapConfigurationPropertySource(Map.of(name, value)))
        .bind("event-manager", EventManagerProperties.class)
        .get();
  }
}
