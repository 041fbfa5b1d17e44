package dev.eventmanager.jdbc.crash;

import static dev.eventmanager.jdbc.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.jdbc.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the marks promise on every database. */
interface CrashMarksContract {

  TestDatabase database();

  private JdbcCrashMarks marksOfANewProcess() {
    return new JdbcCrashMarks(database().dataSource());
  }

  @Test
  default void tellsHowOftenAnEventWasBegunAndNotEnded() {
    Delivery delivery = delivery("q", event("a", 1));

    assertThat(marksOfANewProcess().begin(delivery)).isZero();
    assertThat(marksOfANewProcess().begin(delivery)).isEqualTo(1);
    assertThat(marksOfANewProcess().begin(delivery)).isEqualTo(2);
  }

  @Test
  default void forgetsWhatHasEnded() {
    Delivery delivery = delivery("q", event("a", 1));
    marksOfANewProcess().begin(delivery);
    marksOfANewProcess().end(delivery);

    assertThat(marksOfANewProcess().begin(delivery)).isZero();
  }

  @Test
  default void tellsQueuesAndEventsApart() {
    marksOfANewProcess().begin(delivery("q", event("a", 1)));
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), new byte[] {1});

    assertThat(marksOfANewProcess().begin(delivery("q", other))).isZero();
    assertThat(marksOfANewProcess().begin(delivery("another", event("a", 1)))).isZero();
  }

  /** It gets another id with each delivery. */
  @Test
  default void knowsAnEventAgainThatWasPublishedWithoutAnId() {
    EncodedEvent first = event("a", 1);
    EncodedEvent again =
        first.withMetadata(first.metadata().toBuilder().id("another").build());
    marksOfANewProcess().begin(delivery("q", first));

    assertThat(marksOfANewProcess().begin(delivery("q", again))).isEqualTo(1);
  }

  private static Delivery delivery(String queue, EncodedEvent event) {
    return new Delivery(queue, event, true, () -> true);
  }
}
