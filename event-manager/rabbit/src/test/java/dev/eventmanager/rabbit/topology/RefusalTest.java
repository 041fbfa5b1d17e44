package dev.eventmanager.rabbit.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.impl.AMQImpl;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void namesTheDifferenceThatRabbitMqFound() {
    assertThat(refusal(
                AMQP.PRECONDITION_FAILED,
                "PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for queue 'billing_order' in vhost '/': received 'quorum' but current is 'classic'")
            .live())
        .isEqualTo("x-queue-type=classic");
  }

  @Test
  void namesAnArgumentThatIsNotThere() {
    assertThat(refusal(
                AMQP.PRECONDITION_FAILED,
                "PRECONDITION_FAILED - inequivalent arg 'x-single-active-consumer' for queue 'q' in vhost '/': received the value 'true' of type 'bool' but current is none")
            .live())
        .isEqualTo("x-single-active-consumer=none");
  }

  @Test
  void repeatsWordsItDoesNotKnow() {
    assertThat(refusal(AMQP.ACCESS_REFUSED, "ACCESS_REFUSED - not yours").live())
        .isEqualTo("403 ACCESS_REFUSED - not yours");
  }

  /** RabbitMQ closes the whole connection for it. */
  @Test
  void knowsThatAPluginIsMissing() {
    ShutdownSignalException shutdown = new ShutdownSignalException(
        true,
        false,
        new AMQImpl.Connection.Close(
            AMQP.COMMAND_INVALID,
            "COMMAND_INVALID - unknown exchange type 'x-consistent-hash'",
            40,
            10),
        new Object());

    assertThat(Refusal.of(new IOException(shutdown))).get().matches(Refusal::isUnknownExchangeType);
  }

  @Test
  void isNoneIfTheConnectionWasLost() {
    assertThat(Refusal.of(new IOException("connection reset"))).isEmpty();
  }

  private static Refusal refusal(int code, String text) {
    ShutdownSignalException shutdown = new ShutdownSignalException(
        false, false, new AMQImpl.Channel.Close(code, text, 50, 10), new Object());
    return Refusal.of(new IOException(shutdown)).orElseThrow();
  }
}
