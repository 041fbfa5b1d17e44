package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Return;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.PublishOutcome.Unknown;
import dev.eventmanager.PublishOutcome.Unroutable;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UnconfirmedTest {

  private static final byte[] BODY = new byte[0];

  private final Queue<Runnable> afterAMoment = new ArrayDeque<>();
  private final Unconfirmed unconfirmed = new Unconfirmed(afterAMoment::add);
  private final Map<String, PublishOutcome> outcomes = new LinkedHashMap<>();

  @Test
  void confirmsOneOrAllUpToIt() {
    write(1, "a");
    write(2, "b");
    write(3, "c");

    unconfirmed.confirmed(3, false);
    assertThat(outcomes).containsOnlyKeys("c");

    unconfirmed.confirmed(2, true);
    assertThat(outcomes.keySet()).containsExactly("c", "a", "b");
    assertThat(outcomes.values()).allMatch(Confirmed.class::isInstance);
  }

  @Test
  void countsTheBrokersSilenceOnlyWhileSomethingAwaitsAnAnswer() {
    long muchLater = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    assertThat(unconfirmed.nanosSilent(muchLater)).isZero();

    write(1, "a");
    assertThat(unconfirmed.nanosSilent(muchLater)).isPositive();

    unconfirmed.confirmed(1, false);
    assertThat(unconfirmed.nanosSilent(muchLater)).isZero();
  }

  @Test
  void returnWinsOverTheConfirmThatFollows() {
    write(1, "a");

    unconfirmed.returned(returned("a"));
    unconfirmed.confirmed(1, false);

    assertThat(outcomes).containsEntry("a", new Unroutable(312, "NO_ROUTE"));
  }

  @Test
  void returnWinsOverTheRefusalBeforeIt() {
    write(1, "a");

    unconfirmed.refused(1, false);
    unconfirmed.returned(returned("a"));
    afterAMoment.remove().run();

    assertThat(outcomes).containsEntry("a", new Unroutable(312, "NO_ROUTE"));
    assertThat(unconfirmed.hasRefusals()).isFalse();
  }

  @Test
  void refusalWithoutAReturnIsARejection() {
    write(1, "a");

    unconfirmed.refused(1, false);
    assertThat(outcomes).isEmpty();

    afterAMoment.remove().run();
    assertThat(outcomes.get("a")).isInstanceOf(Rejected.class);
    assertThat(unconfirmed.hasRefusals()).isTrue();
  }

  @Test
  void waitsTheWholeMomentForTheReturnOfEach() {
    write(1, "a");
    write(2, "b");

    unconfirmed.refused(1, false);
    unconfirmed.refused(2, false);
    afterAMoment.remove().run();
    unconfirmed.returned(returned("b"));

    assertThat(outcomes.get("a")).isInstanceOf(Rejected.class);
    assertThat(outcomes.get("b")).isInstanceOf(Unroutable.class);
  }

  @Test
  void refusedIsNotConfirmedWithThoseAfterIt() {
    write(1, "a");
    write(2, "b");

    unconfirmed.refused(1, false);
    unconfirmed.confirmed(2, true);
    afterAMoment.remove().run();

    assertThat(outcomes.get("a")).isInstanceOf(Rejected.class);
    assertThat(outcomes.get("b")).isInstanceOf(Confirmed.class);
  }

  @Test
  void returnsGoToTheFirstThatLooksAlike() {
    write(1, "same");
    write(2, "same");

    unconfirmed.returned(returned("same"));
    unconfirmed.confirmed(1, false);

    assertThat(outcomes.get("same")).isInstanceOf(Unroutable.class);
    assertThat(unconfirmed.leftovers()).hasSize(1);
  }

  @Test
  void leavesInOrderWhatHasNoAnswerAndNeverWhatWasRefused() {
    write(1, "a");
    OutgoingMessage second = write(2, "b");
    OutgoingMessage third = write(3, "c");
    unconfirmed.refused(1, false);

    assertThat(unconfirmed.leftovers()).containsExactly(second, third);
    assertThat(outcomes.get("a")).isInstanceOf(Rejected.class);
  }

  @Test
  void outcomeOfWhatIsOverdueIsUnknown() {
    write(1, "a");

    unconfirmed.giveUpOverdue(0, "no answer");
    assertThat(outcomes).isEmpty();

    unconfirmed.giveUpOverdue(2, "no answer");
    assertThat(outcomes.get("a")).isInstanceOf(Unknown.class);
    unconfirmed.confirmed(1, false);
    assertThat(outcomes.get("a")).isInstanceOf(Unknown.class);
  }

  @Test
  void forgetsWhatABrokerNeverAnswers() {
    write(1, "a");
    unconfirmed.returned(returned("a"));
    write(2, "b");

    unconfirmed.giveUpOverdue(2, "no answer");

    assertThat(unconfirmed.size()).isZero();
    assertThat(outcomes.get("a")).isInstanceOf(Unroutable.class);
    assertThat(outcomes.get("b")).isInstanceOf(Unknown.class);
  }

  @Test
  void whatWasNeverWrittenWasCertainlyNotSent() {
    OutgoingMessage message = message("a");

    message.giveUp("no connection");

    assertThat(outcomes.get("a")).isEqualTo(new NotSent("no connection"));
    assertThat(message.startWriting()).isFalse();
  }

  private OutgoingMessage write(long sequence, String id) {
    OutgoingMessage message = message(id);
    assertThat(message.startWriting()).isTrue();
    unconfirmed.add(sequence, message);
    return message;
  }

  private OutgoingMessage message(String id) {
    return new OutgoingMessage(
        "order",
        "order.v1.submit",
        properties(id),
        BODY,
        1,
        (done, outcome) -> outcomes.put(id, outcome));
  }

  private static Return returned(String id) {
    return new Return(312, "NO_ROUTE", "order", "order.v1.submit", properties(id), BODY);
  }

  private static BasicProperties properties(String id) {
    return new BasicProperties.Builder().messageId(id).build();
  }
}
