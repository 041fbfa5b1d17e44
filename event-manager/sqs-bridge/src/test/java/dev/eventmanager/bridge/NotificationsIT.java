package dev.eventmanager.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.Event;
import dev.eventmanager.bridge.notifications.Notices;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.s3.ObjectChange;
import dev.eventmanager.s3.S3Events;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.database.PostgresSchema;
import dev.eventmanager.testkit.probe.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** S3 notifications in the bridge as it is started: one process, and two with a database in common. */
@WithBroker
@Timeout(400)
class NotificationsIT {

  private static final String QUEUE = "uploads";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int OBJECTS = 30;
  private static final int OF_EACH = 10;

  private final String name = "uploads-" + UUID.randomUUID();
  private final EmbeddedSqs sqs = EmbeddedSqs.start();
  private final SqsAsyncClient plain = sqs.plainClient();
  private final PostgresSchema schema = PostgresSchema.create("notifications");
  private final List<Process> processes = new ArrayList<>();
  private String url;

  @BeforeEach
  void createQueue() {
    url = plain
        .createQueue(
            r -> r.queueName(QUEUE).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2")))
        .join()
        .queueUrl();
  }

  @AfterEach
  void close() {
    processes.forEach(Process::destroyForcibly);
    plain.close();
    sqs.close();
    schema.close();
  }

  @Test
  void losesAndReordersNothingWhenAnInstanceIsKilled(EventProbe probe) throws Exception {
    processes.add(sharing().fork(ProcessBuilder.Redirect.DISCARD));
    processes.add(sharing().fork(ProcessBuilder.Redirect.DISCARD));
    var told = shuffled();
    told.subList(0, told.size() / 2).forEach(this::tell);
    eventually().until(() -> probe.received().all().size() >= OBJECTS);

    told.subList(told.size() / 2, told.size()).forEach(this::tell);
    processes.get(0).destroyForcibly().waitFor();

    eventually().until(() -> byId(probe).size() == OBJECTS * OF_EACH);
    assertThat(sequencersByKey(probe))
        .allSatisfy((key, sequencers) -> assertThat(sequencers).isSorted());
  }

  @Test
  void publishesInABridgeThatMirrorsNothing(EventProbe probe) {
    try (var bridge = bridge().start()) {
      tell(Notices.put("object-0", "01"));

      assertThat(probe.within(LIMIT).await(S3Events.CREATED).payload().key()).isEqualTo("object-0");
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
  }

  /** With the embedded database. */
  private BridgeProcess bridge() {
    return BridgeProcess.withoutRoutes(sqs.endpoint(), name)
        .set("bridge.notifications[0].from", QUEUE)
        .set("bridge.notifications[0].settle", "200ms");
  }

  private BridgeProcess sharing() {
    return bridge().set("spring.datasource.url", schema.url());
  }

  private void tell(String message) {
    plain.sendMessage(r -> r.queueUrl(url).messageBody(message)).join();
  }

  private static List<String> shuffled() {
    var told = new ArrayList<String>();
    for (int object = 0; object < OBJECTS; object++) {
      for (int n = 1; n <= OF_EACH; n++) {
        told.add(Notices.put("object-" + object, "%04X".formatted(n)));
      }
    }
    Collections.shuffle(told, new Random(11));
    return told;
  }

  /** The first of each: what a killed relay had sent may come again, under the same id. */
  private static Map<String, Event<?>> byId(EventProbe probe) {
    var byId = new LinkedHashMap<String, Event<?>>();
    probe.received().all().forEach(event -> byId.putIfAbsent(event.metadata().id(), event));
    return byId;
  }

  private static Map<String, List<String>> sequencersByKey(EventProbe probe) {
    return byId(probe).values().stream()
        .filter(event -> event.type().equals(S3Events.CREATED))
        .map(event -> (ObjectChange) event.payload())
        .collect(Collectors.groupingBy(
            ObjectChange::key,
            Collectors.mapping(change -> change.sequencer().orElseThrow(), Collectors.toList())));
  }

  private static ConditionFactory eventually() {
    return await().atMost(LIMIT);
  }
}
