package dev.eventmanager.bridge.ledger;

import static dev.eventmanager.sqs.fixture.Events.RABBIT_QUEUE;
import static dev.eventmanager.sqs.fixture.Events.delivery;
import static dev.eventmanager.sqs.fixture.Events.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.eventmanager.ParkReason;
import dev.eventmanager.bridge.ledger.Standing.IdConflict;
import dev.eventmanager.bridge.ledger.Standing.KeyHeld;
import dev.eventmanager.bridge.ledger.Standing.PerhapsSent;
import dev.eventmanager.bridge.ledger.Standing.Sent;
import dev.eventmanager.bridge.ledger.Standing.Unsent;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a ledger promises, on either database. */
abstract class LedgerContract {

  private static final Duration DAY = Duration.ofHours(24);

  private final SettableClock clock = new SettableClock();
  private DataSource dataSource;
  private JdbcLedger ledger;

  abstract DataSource database();

  @BeforeEach
  void open() {
    dataSource = database();
    new EventManagerSchema(dataSource).migrate();
    new BridgeSchema(dataSource).migrate();
    ledger = another("parcels.fifo");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void knowsNothingOfWhatComesForTheFirstTime() {
    assertThat(note(named("A1"), named("B1"))).containsExactly(new Unsent(), new Unsent());
  }

  @Test
  void tellsAnotherProcessSinceWhenAnEventMayHaveBeenSent() {
    var noted = clock.instant();
    note(named("A1"));
    clock.advance(Duration.ofMinutes(6));
    ledger.close();

    ledger = another("parcels.fifo");

    assertThat(note(named("A1")))
        .singleElement(type(PerhapsSent.class))
        .satisfies(known -> assertThat(known.since()).isCloseTo(noted, within(1, MICROS)));
  }

  @Test
  void tellsOfAReceiptAlsoWhereItIsWrittenTogetherWithTheQuestion() {
    var event = named("A1");
    note(event);

    var standings =
        write(List.of(new Receipt(event.metadata(), "7", false)), List.of(), List.of(event));

    assertThat(standings).containsExactly(new Sent());
    assertThat(note(event)).containsExactly(new Sent());
  }

  @Test
  void tellsOfAnotherEventUnderTheSameId() {
    note(event("A", "A1"));

    assertThat(note(event("A", "A1", "other".getBytes(UTF_8)), event("B", "A1")))
        .containsExactly(new IdConflict(), new IdConflict());
  }

  @Test
  void tellsTwoEventsUnderOneIdApartThatComeTogether() {
    var standings = note(event("A", "A1"), event("B", "A1", "other".getBytes(UTF_8)));

    assertThat(standings).filteredOn(IdConflict.class::isInstance).hasSize(1);
  }

  @Test
  void forgetsWhatIsWithdrawnButNoReceipt() {
    var withdrawn = named("A1");
    var sent = named("B1");
    note(withdrawn, sent);
    write(List.of(new Receipt(sent.metadata(), "7", true)), List.of(), List.of());

    write(List.of(), List.of(withdrawn, sent), List.of());

    assertThat(note(withdrawn)).containsExactly(new Unsent());
    assertThat(note(sent)).containsExactly(new Sent());
  }

  @Test
  void notesNothingBehindAHeldKeyUnlessItIsWhatIsHeld() {
    var head = named("A1");
    new JdbcParkedEvents(dataSource, clock).park(parked(head));

    assertThat(note(named("A2"), named("B1"))).containsExactly(new KeyHeld(), new Unsent());
    assertThat(ledger
            .write(new Notes(List.of(), List.of(), List.of(new Intent(delivery(head), "A", false))))
            .join())
        .containsExactly(new Unsent());
    assertThat(idsNoted()).containsExactlyInAnyOrder("A1", "B1");
  }

  @Test
  void keepsTheLedgersOfTwoTargetsApart() {
    note(named("A1"));
    try (var other = another("letters.fifo")) {
      assertThat(other.write(notes(named("A1"))).join()).containsExactly(new Unsent());
    }
  }

  @Test
  void writesHundredsAtOnce() {
    var events = IntStream.range(0, 700).mapToObj(i -> event("k" + i, "e" + i)).toList();
    assertThat(note(events.toArray(EncodedEvent[]::new))).containsOnly(new Unsent());

    var receipts =
        events.stream().map(e -> new Receipt(e.metadata(), "1", false)).toList();

    assertThat(write(receipts, List.of(), events)).containsOnly(new Sent());
  }

  @Test
  void takesIdsOfAnyLengthAndCharacters() {
    var odd = event("key", "id \0 é 😀 " + "x".repeat(3_000));

    assertThat(note(odd)).containsExactly(new Unsent());
    assertThat(note(odd).get(0)).isInstanceOf(PerhapsSent.class);
  }

  @Test
  void cleaningForgetsOldReceiptsAndNoIntent() {
    var old = named("A1");
    var open = named("B1");
    note(old, open);
    write(List.of(new Receipt(old.metadata(), "7", false)), List.of(), List.of());
    clock.advance(DAY.plusSeconds(1));
    var recent = named("C1");
    note(recent);
    write(List.of(new Receipt(recent.metadata(), "8", false)), List.of(), List.of());

    assertThat(new LedgerCleaner(dataSource, DAY, clock).clean()).isEqualTo(1);

    assertThat(idsNoted()).containsExactlyInAnyOrder("B1", "C1");
  }

  private JdbcLedger another(String target) {
    return new JdbcLedger(dataSource, target, clock);
  }

  private List<Standing> note(EncodedEvent... events) {
    return ledger.write(notes(events)).join();
  }

  private static Notes notes(EncodedEvent... events) {
    return new Notes(List.of(), List.of(), intents(Stream.of(events)));
  }

  private List<Standing> write(
      List<Receipt> receipts, List<EncodedEvent> withdrawn, List<EncodedEvent> intended) {
    return ledger
        .write(new Notes(
            receipts,
            withdrawn.stream().map(EncodedEvent::metadata).toList(),
            intents(intended.stream())))
        .join();
  }

  private static List<Intent> intents(Stream<EncodedEvent> events) {
    return events
        .map(e -> new Intent(delivery(e), e.metadata().orderingKey(), true))
        .toList();
  }

  private static EncodedEvent named(String name) {
    return event(name.substring(0, 1), name);
  }

  private ParkedEvent parked(EncodedEvent event) {
    Instant now = clock.instant();
    return new ParkedEvent(
        RABBIT_QUEUE, event, ParkReason.NOT_MIRRORED, 1, Optional.empty(), now, now);
  }

  private List<String> idsNoted() {
    return JdbcClient.create(dataSource)
        .sql("select event_id from event_manager_mirror_intent")
        .query(String.class)
        .list();
  }
}
