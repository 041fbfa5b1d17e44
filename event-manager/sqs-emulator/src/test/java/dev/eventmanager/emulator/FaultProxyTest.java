package dev.eventmanager.emulator;

import static dev.eventmanager.emulator.Operation.DELETE_MESSAGE;
import static dev.eventmanager.emulator.Operation.GET_QUEUE_ATTRIBUTES;
import static dev.eventmanager.emulator.Operation.RECEIVE_MESSAGE;
import static dev.eventmanager.emulator.Operation.SEND_MESSAGE_BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.KmsDisabledException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.RequestThrottledException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Timeout(120)
class FaultProxyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static EmbeddedSqs sqs;

  private FaultProxy proxy;
  private QueueBench queue;

  @BeforeAll
  static void start() {
    sqs = EmbeddedSqs.start();
  }

  @AfterAll
  static void stop() {
    sqs.close();
  }

  @BeforeEach
  void open() {
    proxy = FaultProxy.before(sqs.endpoint());
    queue = QueueBench.at(proxy.endpoint(), Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
  }

  @AfterEach
  void close() {
    queue.close();
    proxy.close();
  }

  @Test
  void passesWhatNothingBefalls() {
    queue.send("a", "b");

    assertThat(queue.bodies()).containsExactly("a", "b");
    assertThat(proxy.requests(SEND_MESSAGE_BATCH)).isEqualTo(1);
    assertThat(proxy.requests(RECEIVE_MESSAGE)).isEqualTo(1);
  }

  @Test
  void losesARequest() {
    proxy.once(Faults.requestLost());

    unanswered(() -> queue.send("a"));

    assertThat(queue.bodies()).isEmpty();
  }

  @Test
  void losesAnAnswerToWhatWasDone() {
    proxy.once(Faults.answerLost());

    unanswered(() -> queue.send("a"));

    assertThat(queue.bodies()).containsExactly("a");
  }

  @Test
  void befallsTheOperationItIsMeantForAlone() {
    proxy.once(DELETE_MESSAGE, Faults.unavailable());
    queue.send("a");
    var message = queue.receive().get(0);

    assertThatThrownBy(() -> queue.delete(message)).hasCauseInstanceOf(SqsException.class);
    queue.delete(message);

    assertThat(proxy.requests(DELETE_MESSAGE)).isEqualTo(2);
  }

  @Test
  void befallsEveryOperationUntilItIsHealed() {
    proxy.everywhere(Faults.throttled());
    Supplier<Object> asking = () -> queue
        .sqs
        .getQueueAttributes(r -> r.queueUrl(queue.url).attributeNames(QueueAttributeName.ALL))
        .join();

    assertThatThrownBy(queue::receive).hasCauseInstanceOf(RequestThrottledException.class);
    assertThatThrownBy(asking::get).hasCauseInstanceOf(RequestThrottledException.class);
    assertThat(proxy.requests(GET_QUEUE_ATTRIBUTES)).isEqualTo(1);

    proxy.heal();
    assertThat(queue.send("a").hasFailed()).isFalse();
  }

  @Test
  void speaksAsSqsDoesWhereItRefuses() {
    proxy.once(Faults.accessDenied()).once(Faults.keyDisabled()).once(Faults.queueDeleted());

    assertThatThrownBy(() -> queue.send("a"))
        .cause()
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
    assertThatThrownBy(() -> queue.send("a")).hasCauseInstanceOf(KmsDisabledException.class);
    assertThatThrownBy(() -> queue.send("a")).hasCauseInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void letsOneEntryFailAndTheOthersThrough() {
    proxy.once(Faults.entryFails("b", "InternalError", false));

    var answer = queue.send("a", "b", "c");

    assertThat(answer.failed()).map(BatchResultErrorEntry::id).containsExactly("b");
    assertThat(answer.successful()).map(success -> success.id()).containsExactly("a", "c");
    assertThat(queue.bodies()).containsExactly("a", "c");
  }

  @Test
  void holdsARequestBackUntilItIsReleased() throws InterruptedException {
    var hold = new Hold();
    proxy.once(hold.request());

    var sent = CompletableFuture.supplyAsync(() -> queue.send("a"));
    hold.awaitOne(PATIENCE);
    assertThat(queue.bodies()).isEmpty();
    hold.release();

    sent.join();
    assertThat(queue.bodies()).containsExactly("a");
  }

  @Test
  void holdsAnAnswerBackUntilItIsReleased() throws InterruptedException {
    var hold = new Hold();
    proxy.once(hold.answer());

    var sent = CompletableFuture.supplyAsync(() -> queue.send("a"));
    hold.awaitOne(PATIENCE);

    assertThat(queue.bodies()).containsExactly("a");
    assertThat(sent).isNotDone();
    hold.release();
    sent.join();
  }

  @Test
  void drawsTheSameFaultsFromTheSameSeed() {
    assertThat(statuses(7))
        .isEqualTo(statuses(7))
        .isNotEqualTo(statuses(8))
        .contains(503, 400, 200);
  }

  @Test
  void refusesConnectionsOnceItIsClosed() {
    proxy.close();

    unanswered(queue::receive);
  }

  private static int[] statuses(long seed) {
    var fault = Faults.random(seed, 0.5, Faults.unavailable(), Faults.throttled());
    return IntStream.range(0, 100)
        .map(i -> fault.apply(null, request -> FaultProxy.Answer.of(200, "{}")).status())
        .toArray();
  }

  private static void unanswered(Supplier<?> request) {
    assertThatThrownBy(request::get).hasCauseInstanceOf(SdkClientException.class);
  }
}
