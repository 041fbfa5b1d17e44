package dev.eventmanager.bridge.verify;

import static dev.eventmanager.bridge.verify.Finding.Kind.CONFLICT;
import static dev.eventmanager.bridge.verify.Finding.Kind.DUPLICATE;
import static dev.eventmanager.bridge.verify.Finding.Kind.EXTRA;
import static dev.eventmanager.bridge.verify.Finding.Kind.FLAGGED_DUPLICATE;
import static dev.eventmanager.bridge.verify.Finding.Kind.MISSING;
import static dev.eventmanager.bridge.verify.Finding.Kind.NOT_YET;
import static dev.eventmanager.bridge.verify.Finding.Kind.REORDERED;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.testkit.WithBroker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A stream of RabbitMQ beside a queue of SQS that a plain AWS client has tampered with. */
@WithBroker
@Timeout(120)
class VerifierIT {

  private static EmbeddedSqs sqs;
  private static SqsAsyncClient plain;

  private final String exchange = "order-" + UUID.randomUUID();
  private final String queue = "audit-%s.fifo".formatted(UUID.randomUUID());
  private final MessageMapping mapping = new MessageMapping();
  private String url;
  private CachingConnectionFactory connections;
  private Publisher publisher;
  private AuditStream stream;

  @BeforeAll
  static void startSqs() {
    sqs = EmbeddedSqs.start();
    plain = sqs.plainClient();
  }

  @AfterAll
  static void stopSqs() {
    plain.close();
    sqs.close();
  }

  @BeforeEach
  void start(ConnectionFactory factory) throws Exception {
    url = plain
        .createQueue(
            r -> r.queueName(queue).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .join()
        .queueUrl();
    connections = new CachingConnectionFactory(factory);
    publisher = new Publisher(factory);
    publisher.declareExchange(exchange);
    stream = stream();
    stream.declare(
        Set.of(new Binding(exchange, BindingKey.of("#"), "bridge")), Duration.ofHours(1));
  }

  @AfterEach
  void stop(ConnectionFactory factory) throws Exception {
    try (var connection = factory.newConnection();
        var channel = connection.createChannel()) {
      channel.queueDelete(stream.name());
    }
    publisher.close();
    connections.destroy();
  }

  @Test
  void findsNothingWhereTheMirrorHoldsWhatWasPublished() throws Exception {
    publish("A1", "B1", "A2");
    mirror("A1", "A2", "B1");

    var report = verify(Duration.ZERO);

    assertThat(report.findings()).isEmpty();
    assertThat(report.agrees()).isTrue();
    assertThat(report.published()).isEqualTo(3);
    assertThat(report.mirrored()).isEqualTo(3);
  }

  @Test
  void namesEachEventThatIsMissingExtraOrOutOfOrder() throws Exception {
    publish("A1", "A2", "A3", "B1", "B2", "C1");
    mirror("A3", "A1", "A2", "B2", "C1", "C9");

    var report = verify(Duration.ZERO);

    assertThat(report.findings())
        .extracting(Finding::kind, Finding::event, Finding::group)
        .containsExactlyInAnyOrder(
            tuple(REORDERED, "A1", "A"),
            tuple(REORDERED, "A2", "A"),
            tuple(MISSING, "B1", "B"),
            tuple(EXTRA, "C9", "C"));
    assertThat(report.agrees()).isFalse();
  }

  @Test
  void tellsCopiesThatSaySoFromThoseThatDoNotAndFindsAnotherContent() throws Exception {
    publish("A1", "A2", "A3");
    send(named("A1"), "first", Map.of());
    send(named("A1"), "second", Map.of());
    send(named("A2"), "third", Map.of());
    send(named("A2"), "fourth", Map.of("possibleduplicate", "true"));
    var other =
        new EncodedEvent(named("A3").metadata(), "tampered".getBytes(StandardCharsets.UTF_8));
    send(other, "fifth", Map.of());

    assertThat(verify(Duration.ZERO).findings())
        .extracting(Finding::kind, Finding::event)
        .containsExactlyInAnyOrder(
            tuple(DUPLICATE, "A1"), tuple(FLAGGED_DUPLICATE, "A2"), tuple(CONFLICT, "A3"));
  }

  @Test
  void doesNotMissWhatMayBeOnItsWay() throws Exception {
    publish("A1", "A2");
    mirror("A1");

    var report = verify(Duration.ofMinutes(1));

    assertThat(report.findings())
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(NOT_YET, "A2"));
    assertThat(report.agrees()).isTrue();
  }

  @Test
  void leavesWhatWasPublishedBehindTheWindowOnTheQueueInItsOrder() throws Exception {
    publish("A1");
    var window = Window.of(stream, asked(Duration.ZERO), Instant.now());
    publish("A2", "A3", "B1");
    mirror("A1", "A2", "A3", "B1");
    var comparison = new Comparison();
    comparison.published(new Sighting("A1", "A", 0, false), true);

    new AuditQueue(plain, queue, stream).read(window, comparison);

    assertThat(comparison.mirrored()).isEqualTo(1);
    assertThat(QueueReader.bodiesByGroup(new QueueReader(plain, url).take(3)))
        .isEqualTo(Map.of("A", List.of("A2", "A3"), "B", List.of("B1")));
  }

  @Test
  void doesNotTakeForExtraWhatWasPublishedBeforeTheWindow() throws Exception {
    publish("A1", "A2");
    var between = Instant.now().plusSeconds(2);
    while (Instant.now().isBefore(between)) {
      Thread.onSpinWait();
    }
    publish("A3");
    mirror("A1", "A2", "A3");
    var asked = new VerificationRequest(
        between.minusSeconds(1), Optional.empty(), Duration.ZERO, Optional.of(queue));

    var report = verifier().verify(asked, new AuditQueue(plain, queue, stream));

    assertThat(report.findings()).isEmpty();
    assertThat(report.published()).isEqualTo(1);
  }

  @Test
  void readsTheStreamAsOftenAsItIsAsked() throws Exception {
    publish("A1");
    mirror("A1");
    assertThat(verify(Duration.ZERO).findings()).isEmpty();

    assertThat(verify(Duration.ZERO).findings())
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(MISSING, "A1"));
  }

  private Report verify(Duration settle) {
    return verifier().verify(asked(settle), new AuditQueue(plain, queue, stream));
  }

  private static VerificationRequest asked(Duration settle) {
    return new VerificationRequest(
        Instant.now().minusSeconds(3_600), Optional.empty(), settle, Optional.empty());
  }

  private Verifier verifier() {
    return new Verifier(stream, event -> true, () -> id -> false, Clock.systemUTC());
  }

  private AuditStream stream() {
    var reader = new EventMessageReader(
        new EventCodec(EventCatalogue.load(getClass().getClassLoader())),
        () -> "",
        Clock.systemUTC(),
        part -> {});
    return new AuditStream(
        "verified-" + UUID.randomUUID(),
        new BrokerConnections(connections),
        reader,
        EventIds.uuidV7());
  }

  private void publish(String... names) throws Exception {
    publisher.publish(Stream.of(names).map(this::named).toList());
  }

  private void mirror(String... names) {
    Stream.of(names).forEach(name -> send(named(name), name, Map.of()));
  }

  private void send(EncodedEvent event, String deduplicationId, Map<String, String> more) {
    var message = mapping.toMessage(event).toBatchEntry("0");
    var attributes = new HashMap<>(message.messageAttributes());
    more.forEach((name, value) -> attributes.put(
        name,
        MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    plain
        .sendMessage(r -> r.queueUrl(url)
            .messageGroupId(message.messageGroupId())
            .messageDeduplicationId(deduplicationId)
            .messageBody(message.messageBody())
            .messageAttributes(attributes))
        .join();
  }

  /** Its key is its first letter, its body its name. */
  private EncodedEvent named(String name) {
    var event = event(name.substring(0, 1), name);
    return event.withMetadata(event.metadata().toBuilder()
        .exchange(exchange)
        .routingKey(exchange + ".v1.submit")
        .build());
  }
}
