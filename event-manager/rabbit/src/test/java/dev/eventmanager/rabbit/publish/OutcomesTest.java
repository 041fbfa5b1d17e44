package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final PublishOutcome CLOSED =
      new Unknown("the transport is closed", Optional.empty());

  private final Outcomes outcomes = new Outcomes();

  /** As of a thread that was stuck in writing until the connection closed. */
  @Test
  void leavesNobodyWaitingWhoseOutcomeComesAfterTheEnd() {
    outcomes.close();

    List<OutgoingMessage> late = Stream.generate(this::message).limit(2).toList();
    late.forEach(message -> message.giveUp("the transport is closed"));

    assertThat(late)
        .allSatisfy(message -> assertThat(message.outcome()).isCompletedWithValue(CLOSED));
  }

  private OutgoingMessage message() {
    OutgoingMessage message =
        new OutgoingMessage("", "q", new BasicProperties(), new byte[0], 0, outcomes::tell);
    assertThat(message.startWriting()).isTrue();
    return message;
  }
}
