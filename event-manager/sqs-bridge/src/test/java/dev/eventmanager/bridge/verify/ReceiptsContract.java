package dev.eventmanager.bridge.verify;

import static dev.eventmanager.bridge.verify.Finding.Kind.CONFLICT;
import static dev.eventmanager.bridge.verify.Finding.Kind.EXTRA;
import static dev.eventmanager.bridge.verify.Finding.Kind.MISSING;
import static dev.eventmanager.bridge.verify.Finding.Kind.REORDERED;
import static dev.eventmanager.sqs.fixture.Events.delivery;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.bridge.ledger.BridgeSchema;
import dev.eventmanager.bridge.ledger.EventDigest;
import dev.eventmanager.bridge.ledger.Intent;
import dev.eventmanager.bridge.ledger.JdbcLedger;
import dev.eventmanager.bridge.ledger.Notes;
import dev.eventmanager.bridge.ledger.Receipt;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receipts that a ledger holds, compared with what was published, on either database. */
abstract class ReceiptsContract {

  private static final String TARGET = "parcels.fifo";

  private final SettableClock clock = new SettableClock();
  private final Instant begin = clock.instant();
  private final Comparison comparison = new Comparison();
  private DataSource dataSource;
  private JdbcLedger ledger;

  abstract DataSource database();

  @BeforeEach
  void open() {
    dataSource = database();
    new EventManagerSchema(dataSource).migrate();
    new BridgeSchema(dataSource).migrate();
    ledger = new JdbcLedger(dataSource, TARGET, clock);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void findNothingWhereSqsTookEverythingInOrder() {
    published("A1", "A2", "B1");
    received("A1", 8);
    received("A2", 10);
    received("B1", 9);

    assertThat(found()).isEmpty();
    assertThat(comparison.mirrored()).isEqualTo(3);
  }

  @Test
  void goByTheNumbersThatSqsGaveHoweverManyDigitsTheyHave() {
    published("A1", "A2", "A3");
    received("A1", 99);
    received("A3", 100);
    received("A2", 101);

    assertThat(found())
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(REORDERED, "A2"));
  }

  @Test
  void sayNothingOfTheOrderWhereTheTargetGaveNoNumbers() {
    published("A1", "A2");
    write(ledger, "A2", "null");
    write(ledger, "A1", "null");

    assertThat(found()).isEmpty();
  }

  @Test
  void nameWhatHasNone() {
    published("A1", "A2");
    received("A1", 1);
    intended("A2");

    assertThat(found())
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(MISSING, "A2"));
  }

  @Test
  void nameWhatNobodyPublishedAndLeaveOutWhatOtherTargetsAndOtherTimesHave() {
    received("A0", 1);
    clock.advance(Duration.ofHours(2));
    published("A1");
    received("A1", 2);
    received("A9", 3);
    try (var other = new JdbcLedger(dataSource, "other.fifo", clock)) {
      write(other, "B1", "4");
    }

    assertThat(found(clock.instant().minusSeconds(60)))
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(EXTRA, "A9"));
  }

  @Test
  void tellAnotherEventUnderTheSameId() {
    comparison.published(
        new Sighting("A1", "A", EventDigest.of(event("A", "A1", new byte[] {1})), false), true);
    received("A1", 1);

    assertThat(found())
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(CONFLICT, "A1"));
  }

  private List<Finding> found() {
    return found(begin);
  }

  private List<Finding> found(Instant since) {
    var window = new Window(since, clock.instant().plusSeconds(1), 0, 0, 0, 0);
    new Receipts(dataSource, TARGET).read(window, comparison);
    return comparison.finish(id -> false);
  }

  private void published(String... names) {
    Stream.of(names)
        .forEach(name -> comparison.published(
            new Sighting(name, group(name), EventDigest.of(event(group(name), name)), false),
            true));
  }

  private void intended(String name) {
    ledger.write(new Notes(List.of(), List.of(), List.of(intent(name)))).join();
  }

  private void received(String name, int sequenceNumber) {
    write(ledger, name, String.valueOf(sequenceNumber));
  }

  private static void write(JdbcLedger ledger, String name, String sequenceNumber) {
    ledger.write(new Notes(List.of(), List.of(), List.of(intent(name)))).join();
    var receipt = new Receipt(event(group(name), name).metadata(), sequenceNumber, false);
    ledger.write(new Notes(List.of(receipt), List.of(), List.of())).join();
  }

  private static Intent intent(String name) {
    return new Intent(delivery(event(group(name), name)), group(name), false);
  }

  private static String group(String name) {
    return name.substring(0, 1);
  }
}
