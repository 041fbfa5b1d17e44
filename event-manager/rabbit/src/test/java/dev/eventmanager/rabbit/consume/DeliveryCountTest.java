package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryCountTest {

  @Test
  void isNoneWhereTheBrokerDoesNotCount() {
    assertThat(DeliveryCount.of(new BasicProperties())).isZero();
    assertThat(countOf(Map.of())).isZero();
    assertThat(countOf(Map.of("x-delivery-count", "many"))).isZero();
  }

  @Test
  void isTheGreaterWhereTheBrokerCountsTwice() {
    assertThat(countOf(Map.of("x-delivery-count", 3))).isEqualTo(3);
    assertThat(countOf(Map.of("x-acquired-count", 4L, "x-delivery-count", 3L))).isEqualTo(4);
  }

  private static int countOf(Map<String, Object> headers) {
    return DeliveryCount.of(new BasicProperties.Builder().headers(headers).build());
  }
}
