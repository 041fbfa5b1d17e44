package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Fault;
import dev.eventmanager.emulator.Hold;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.database.PostgresSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A bridge dies while SQS has, or will have, what it never learned of; the next one goes on. */
@WithBroker(BrokerKind.RABBITMQ)
@Timeout(300)
class HardCasesOfTakeOverIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PROBE = "probe";

  private SettableClock clock;
  private BridgeBench bench;
  private PostgresSchema database;
  private Hold hold;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    clock = SettableClock.ticking();
    bench = new BridgeBench(factory, clock);
    database = PostgresSchema.create("bridge");
    hold = new Hold();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
    database.close();
  }

  @Test
  @DisplayName(
      "4. `kill -9` between SQS success and AMQP ack, restart at +6 min: no loss, no reorder,"
          + " duplicate only if flagged")
  void goesOnInOrderAndFlagsWhatMayBeADuplicateWhenKilledBeforeItAcknowledged() throws Exception {
    var events = killedBeforeItLearnsTheAnswer(bench.bridge());
    waitUntilSqsForgot();

    try (var next = bench.bridge().with(clock).start()) {
      var messages = takeAll(events);

      assertThat(firstCopiesByGroup(messages)).isEqualTo(idsByKey(events));
      assertThat(furtherCopies(messages))
          .isNotEmpty()
          .allSatisfy(copy -> assertThat(isFlagged(copy)).isTrue());
    }
  }

  @Test
  @DisplayName("4. The same while SQS remembers: no duplicate at all")
  void leavesOneCopyWhenKilledBeforeItAcknowledgedAndStartedAtOnce() throws Exception {
    var events = killedBeforeItLearnsTheAnswer(bench.bridge());

    try (var next = bench.bridge().with(clock).start()) {
      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  @DisplayName(
      "5. Failover to another bridge instance with a delayed batch of the old one in flight:"
          + " no inversion")
  void keepsOrderWhenADelayedBatchOfTheInstanceThatDiedArrivesLate() throws Exception {
    var late = new CompletableFuture<Answer>();
    bench.proxy.once(tellingItsEnd(hold.request(), late));
    var events = bench.events(10, 5);
    var old = onPostgres().fork();
    try (var other = onPostgres().start()) {
      bench.publish(events);
      hold.awaitOne(PATIENCE);
      old.destroyForcibly().waitFor();

      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      hold.release();
      assertThat(late).succeedsWithin(PATIENCE);
    } finally {
      old.destroyForcibly().waitFor();
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  private BridgeProcess onPostgres() {
    return bench.bridge().set("spring.datasource.url", database.url());
  }

  /** SQS has taken the first event of each key, and the process that sent them is dead. */
  private List<EncodedEvent> killedBeforeItLearnsTheAnswer(BridgeProcess bridge) throws Exception {
    bridge.start().close(); // leaves its queue behind, bound
    var events = bench.events(20, 5);
    bench.publish(events);
    bench.proxy.always(hold.answer());
    var killed = bridge.fork();
    try {
      hold.awaitOne(PATIENCE);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    bench.proxy.heal();
    hold.release();
    return events;
  }

  private static Fault tellingItsEnd(Fault fault, CompletableFuture<Answer> end) {
    return (request, target) -> {
      var answer = fault.apply(request, target);
      end.complete(answer);
      return answer;
    };
  }

  /** Until every event has come at least once, and what else is there. */
  private List<Message> takeAll(List<EncodedEvent> events) {
    var messages = new ArrayList<Message>();
    await().atMost(PATIENCE).until(() -> {
      bench.reader().take(1).stream().filter(each -> !isProbe(each)).forEach(messages::add);
      return messages.stream().map(Message::body).distinct().count() == events.size();
    });
    bench.reader().rest().stream().filter(each -> !isProbe(each)).forEach(messages::add);
    return messages;
  }

  private static Map<String, List<String>> firstCopiesByGroup(List<Message> messages) {
    return messages.stream().collect(groupingBy(HardCasesOfTakeOverIT::group)).entrySet().stream()
        .collect(toMap(
            Map.Entry::getKey,
            each -> each.getValue().stream().map(Message::body).distinct().toList()));
  }

  private static List<Message> furtherCopies(List<Message> messages) {
    var seen = new ArrayList<String>();
    return messages.stream()
        .filter(each -> seen.contains(each.body()) || !seen.add(each.body()))
        .toList();
  }

  private static boolean isFlagged(Message message) {
    var flag = message.messageAttributes().get("possibleduplicate");
    return flag != null && flag.stringValue().equals("true");
  }

  private static String group(Message message) {
    return String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
  }

  private static boolean isProbe(Message message) {
    return group(message).equals(PROBE);
  }

  /** The emulator forgets by its clock but only now and then: another message shows when. */
  private void waitUntilSqsForgot() {
    var first = sendProbe();
    clock.advance(Duration.ofMinutes(6));
    await().atMost(PATIENCE).until(() -> !sendProbe().equals(first));
  }

  private String sendProbe() {
    var url = bench.plain.getQueueUrl(r -> r.queueName(bench.target)).join().queueUrl();
    return bench
        .plain
        .sendMessage(r ->
            r.queueUrl(url).messageGroupId(PROBE).messageDeduplicationId(PROBE).messageBody(PROBE))
        .join()
        .messageId();
  }
}
