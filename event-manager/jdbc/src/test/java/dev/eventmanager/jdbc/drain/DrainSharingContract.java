package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.drain.Billing.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.parking.SequenceLeases;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What drains promise that share a database with each other and with what arrives. */
interface DrainSharingContract {

  TestDatabase database();

  /** The lane of a key: each event goes behind what is held, or is handled; returns whether it was. */
  private static boolean arrive(Billing billing, EncodedEvent event) {
    boolean free = !billing.parkedEvents.parkBehind(QUEUE, event);
    if (free) {
      billing.handle(event);
    }
    return free;
  }

  private static void awaitHandled(Billing billing, String key, int events) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() ->
            billing.effects().stream().filter(id -> id.startsWith(key + "/")).count() >= events);
  }

  @Test
  default void whatArrivesWhileASequenceEndsNeverOvertakes() {
    Set<String> arrivedSecond = ConcurrentHashMap.newKeySet();
    Billing.Handler holdingTheHead = id -> {
      if (id.endsWith("/1")) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> arrivedSecond.contains(id));
      }
    };
    try (Billing billing = new Billing(database(), holdingTheHead)) {
      SequenceDrain drain = billing.drain();
      for (int round = 1; round <= 100; round++) {
        String key = "k" + round;
        billing.retryLater(event(key, 1), Duration.ZERO);
        drain.nudge();
        assertThat(arrive(billing, event(key, 2)))
            .as("free while its head is held")
            .isFalse();
        arrivedSecond.add(key + "/1");
        for (int i = 3; i <= 8; i++) {
          // As the last of them ends: some find the sequence held, some find it ended.
          awaitHandled(billing, key, i - 1 - i % 2);
          arrive(billing, event(key, i));
        }
        await().pollInterval(Duration.ofMillis(2)).until(billing::holdsNothing);
        assertThat(arrive(billing, event(key, 9)))
            .as("free once its sequence ended")
            .isTrue();
        assertThat(billing.effects().stream().filter(id -> id.startsWith(key + "/")))
            .containsExactlyElementsOf(ids(key, 9));
      }
    }
  }

  @Test
  default void severalShareTheWorkAndKeepEveryKeysOrder() {
    Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    Billing.Handler unreliable = id -> {
      if (id.endsWith("7") && failedOnce.add(id)) {
        throw new IllegalStateException("the first time");
      }
    };
    try (Billing billing = new Billing(database(), unreliable)) {
      for (int key = 0; key < 30; key++) {
        billing.retryLater(event("k" + key, 1), Duration.ZERO);
        for (int i = 2; i <= 10; i++) {
          billing.parkedEvents.parkBehind(QUEUE, event("k" + key, i));
        }
      }

      for (int instance = 0; instance < 3; instance++) {
        billing.drain();
      }

      await().until(billing::holdsNothing);
      for (int key = 0; key < 30; key++) {
        String prefix = "k" + key + "/";
        assertThat(billing.effects().stream().filter(id -> id.startsWith(prefix)))
            .containsExactlyElementsOf(ids("k" + key, 10));
      }
    }
  }

  @Test
  default void takesOverWhatADeadInstanceHadInHand() {
    try (Billing billing = new Billing(database(), id -> {})) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));
      SequenceLeases dead =
          new SequenceLeases(database().dataSource(), "dead", Duration.ofMillis(300));
      assertThat(dead.take(QUEUE, 1)).hasSize(1);

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 2));
    }
  }

  @Test
  default void anInstanceThatComesBackTooLateNeitherRepeatsNorReorders() throws Exception {
    try (CutOff cutOff = new CutOff(database(), () -> {})) {
      cutOff.proceed();
      cutOff.mend();

      await().until(cutOff.billing::holdsNothing);
      assertThat(cutOff.billing.effects()).isEqualTo(ids("a", 3));
    }
  }

  @Test
  default void anInstanceThatFailsTooLateParksNothing() throws Exception {
    Runnable failing = () -> {
      throw new IllegalStateException("too late");
    };
    try (CutOff cutOff = new CutOff(database(), failing)) {
      cutOff.mend();
      cutOff.proceed();

      await().until(cutOff.billing::holdsNothing);
      assertThat(cutOff.billing.effects()).isEqualTo(ids("a", 3));
    }
  }
}
