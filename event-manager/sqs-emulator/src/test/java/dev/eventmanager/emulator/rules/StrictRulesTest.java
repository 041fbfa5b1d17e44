package dev.eventmanager.emulator.rules;

import static dev.eventmanager.emulator.QueueBench.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.QueueBench;
import dev.eventmanager.emulator.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Timeout(120)
class StrictRulesTest {

  private static final int ONE_MEBIBYTE = 1_048_576;
  private static final Map<QueueAttributeName, String> FIFO =
      Map.of(QueueAttributeName.FIFO_QUEUE, "true");
  private static final Map<QueueAttributeName, String> HIGH_THROUGHPUT = Map.of(
      QueueAttributeName.FIFO_QUEUE, "true",
      QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
      QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");

  private static SettableClock clock;
  private static EmbeddedSqs sqs;

  private FaultProxy proxy;
  private QueueBench queue;

  @BeforeAll
  static void start() {
    clock = SettableClock.ticking();
    sqs = EmbeddedSqs.start(clock);
  }

  @AfterAll
  static void stop() {
    sqs.close();
  }

  @BeforeEach
  void open() {
    proxy = FaultProxy.before(sqs.endpoint()).under(StrictRules.by(clock));
    queue = QueueBench.at(proxy.endpoint(), FIFO);
  }

  @AfterEach
  void close() {
    queue.close();
    proxy.close();
  }

  @Test
  void takesAMebibyteAndNotAByteMore() {
    assertThat(failures("é".repeat(ONE_MEBIBYTE / 2))).isEmpty();
    assertThat(failures("é".repeat(ONE_MEBIBYTE / 2 - 1) + "ab")).isEmpty();

    refused("BatchRequestTooLong", () -> queue.sendAll(body("a" + "é".repeat(ONE_MEBIBYTE / 2))));
    refused("BatchRequestTooLong", () -> queue.sendAll(body("😀".repeat(ONE_MEBIBYTE / 4) + "a")));
  }

  @Test
  void countsNameTypeAndValueOfAttributes() {
    var attributes = Map.of("name", text("value"));
    var fitting = "a".repeat(ONE_MEBIBYTE - "name".length() - "String".length() - 5);

    assertThat(queue.sendAll(with(fitting, attributes)).hasFailed()).isFalse();
    refused("BatchRequestTooLong", () -> queue.sendAll(with(fitting + "b", attributes)));
  }

  @Test
  void holdsABatchToTheSumOfItsEntries() {
    var large = "a".repeat(110_000);
    var ten = IntStream.range(0, 10).mapToObj(i -> entry("large" + i, large)).toList();

    refused("BatchRequestTooLong", () -> queue.sendAll(ten));
    assertThat(queue.sendAll(ten.subList(0, 9)).hasFailed()).isFalse();
  }

  @Test
  void letsTheEntryFailThatIsBeyondTheLimitOfItsQueue() {
    var small = QueueBench.at(
        proxy.endpoint(),
        Map.of(
            QueueAttributeName.FIFO_QUEUE,
            "true",
            QueueAttributeName.MAXIMUM_MESSAGE_SIZE,
            "1024"));

    var answer = small.sendAll(List.of(entry("a", "a".repeat(1024)), entry("b", "b".repeat(1025))));

    assertThat(answer.failed()).map(BatchResultErrorEntry::id).containsExactly("b");
    assertThat(answer.failed().get(0).senderFault()).isTrue();
    assertThat(small.receive()).hasSize(1);
    assertThat(attributes(small)).containsEntry(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1024");
    small.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0001", "a\uFFFE", "\uFFFF"})
  void refusesABodyOfCharactersThatXmlDoesNotKnow(String body) {
    assertThat(failures(body)).containsExactly("InvalidMessageContents");
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "a.", "a..b", "AWS.a", "amazon.a", "a b", "é"})
  void refusesNamesOfAttributes(String name) {
    assertThat(failures(with("body", Map.of(name, text("value")))))
        .containsExactly("InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "awsome", "_-1"})
  void takesOtherNames(String name) {
    assertThat(failures(with("body" + name, Map.of(name, text("value"))))).isEmpty();
  }

  @Test
  void takesTenAttributesAndNoEleventh() {
    assertThat(failures(with("ten", attributes(10)))).isEmpty();
    assertThat(failures(with("eleven", attributes(11)))).containsExactly("InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "é"})
  void refusesIdsThatAreNotPrintableAscii(String id) {
    var message = entry("a", "a");

    assertThat(failures(List.of(message.copy(m -> m.messageGroupId(id))))).hasSize(1);
    assertThat(failures(List.of(message.copy(m -> m.messageDeduplicationId(id)))))
        .hasSize(1);
    assertThat(failures(List.of(message.copy(m -> m.messageGroupId("a".repeat(129))))))
        .hasSize(1);
  }

  @Test
  void refusesBatchesWhoseEntriesCannotBeToldApart() {
    refused("BatchEntryIdsNotDistinct", () -> queue.send("a", "a"));
    refused("EmptyBatchRequest", () -> queue.send());
    refused("InvalidBatchEntryId", () -> queue.send("a.b"));
    refused("TooManyEntriesInBatchRequest", () -> queue.send("abcdefghijk".split("")));
  }

  @Test
  void doesNotDeleteByAHandleThatHasExpired() {
    queue.send("a");
    var message = queue.receive().get(0);

    clock.advance(Duration.ofSeconds(31));

    refused("InvalidParameterValue", () -> queue.delete(message));
    assertThat(deleteInBatch(message)).containsExactly("InvalidParameterValue");
    queue.delete(queue.receive().get(0));
    clock.advance(Duration.ofSeconds(31));
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void deletesByAHandleThatWasExtended() {
    queue.send("a");
    var message = queue.receive().get(0);

    extend(message, 120);
    clock.advance(Duration.ofSeconds(100));

    queue.delete(message);
    clock.advance(Duration.ofSeconds(100));
    assertThat(queue.receive()).isEmpty();
    refused("InvalidParameterValue", () -> {
      queue.send("b");
      var late = queue.receive().get(0);
      clock.advance(Duration.ofSeconds(31));
      extend(late, 30);
    });
  }

  @Test
  void deduplicatesWithinAGroupWhereTheQueueIsSaidTo() {
    var perGroup = QueueBench.at(proxy.endpoint(), HIGH_THROUGHPUT);
    var twice = List.of(sameId("1", "A"), sameId("2", "B"), sameId("3", "A"));

    perGroup.sendAll(twice);
    queue.sendAll(twice);

    assertThat(perGroup.receive())
        .map(m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
        .containsExactly("same", "same");
    assertThat(queue.receive()).hasSize(1);
    perGroup.close();
  }

  @Test
  void throttlesEachActionOfAFifoQueueBeyondItsRequestsOfASecond() {
    var standing = new SettableClock();
    proxy.under(StrictRules.limitedTo(3, standing));
    IntStream.range(0, 3).forEach(i -> queue.receive());

    refused("RequestThrottled", queue::receive);
    assertThat(queue.send("a").hasFailed()).isFalse();
    standing.advance(Duration.ofSeconds(1));
    assertThat(queue.bodies()).containsExactly("a");
  }

  @Test
  void refusesHighThroughputWithoutDeduplicationByGroup() {
    refused(
        "InvalidAttributeValue",
        () -> QueueBench.at(
            proxy.endpoint(),
            Map.of(
                QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId")));
  }

  private List<String> failures(String body) {
    return failures(body(body));
  }

  private List<String> failures(List<SendMessageBatchRequestEntry> entries) {
    return queue.sendAll(entries).failed().stream()
        .map(BatchResultErrorEntry::code)
        .toList();
  }

  private static List<SendMessageBatchRequestEntry> body(String body) {
    return List.of(entry("a", body));
  }

  private static List<SendMessageBatchRequestEntry> with(
      String body, Map<String, MessageAttributeValue> attributes) {
    return List.of(entry("a", body).copy(m -> m.messageAttributes(attributes)));
  }

  private static SendMessageBatchRequestEntry sameId(String id, String group) {
    return entry(id, id).copy(m -> m.messageGroupId(group).messageDeduplicationId("same"));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static Map<String, MessageAttributeValue> attributes(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .collect(Collectors.toMap(i -> "a" + i, i -> text("value")));
  }

  private static Map<QueueAttributeName, String> attributes(QueueBench of) {
    return of.sqs
        .getQueueAttributes(r -> r.queueUrl(of.url).attributeNames(QueueAttributeName.ALL))
        .join()
        .attributes();
  }

  private List<String> deleteInBatch(Message message) {
    return queue
        .sqs
        .deleteMessageBatch(r ->
            r.queueUrl(queue.url).entries(e -> e.id("a").receiptHandle(message.receiptHandle())))
        .join()
        .failed()
        .stream()
        .map(BatchResultErrorEntry::code)
        .toList();
  }

  private void extend(Message message, int seconds) {
    queue
        .sqs
        .changeMessageVisibility(r ->
            r.queueUrl(queue.url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds))
        .join();
  }

  private static void refused(String code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .cause()
        .isInstanceOfSatisfying(
            SqsException.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}
