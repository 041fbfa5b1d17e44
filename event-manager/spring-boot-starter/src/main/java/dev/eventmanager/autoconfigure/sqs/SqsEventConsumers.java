package dev.eventmanager.autoconfigure.sqs;

import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.autoconfigure.subscribe.SqsQueues;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.consume.AwaitedConsumer;
import dev.eventmanager.sqs.consume.EventReader;
import dev.eventmanager.sqs.consume.SqsConsumer;
import dev.eventmanager.sqs.consume.SqsConsumerSettings;
import dev.eventmanager.sqs.consume.SqsConsumerStatus;
import dev.eventmanager.sqs.mapping.MessageReader;
import dev.eventmanager.sqs.queue.FifoQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A consumer for each queue in SQS that the service handles events of. */
final class SqsEventConsumers implements SqsQueues {

  private final SqsConnection connection;
  private final SqsConsumerSettings settings;
  private final EventIds ids;
  private final MeterRegistry meters;
  private final Supplier<ClaimStore> claims;
  private volatile @Nullable SqsAsyncClient client;
  private volatile List<AwaitedConsumer> consumers = List.of();

  SqsEventConsumers(
      SqsConnection connection,
      Optional<URI> claimsEndpoint,
      SqsConsumerSettings settings,
      EventIds ids,
      MeterRegistry meters) {
    this.connection = connection;
    this.settings = settings;
    this.ids = ids;
    this.meters = meters;
    this.claims =
        SingletonSupplier.of(() -> new ClaimStore(connection.openS3(claimsEndpoint), "", ""));
  }

  @Override
  public void start(Subscriptions subscriptions, DeliveryProcessor handling) {
    if (subscriptions.queues().isEmpty()) {
      return;
    }
    SqsAsyncClient sqs = connection.open();
    client = sqs;
    DeliveryProcessor taken = new TakenEvents(subscriptions, handling, meters);
    List<AwaitedConsumer> all = subscriptions.queues().stream()
        .map(queue -> new AwaitedConsumer(
            queue,
            new QueueInSqs(sqs, connection.address(), queue),
            found -> consumer(sqs, found, taken)))
        .toList();
    List<String> problems = problems(all);
    if (!problems.isEmpty()) {
      sqs.close();
      throw new StartUpException(problems);
    }
    consumers = all;
    all.forEach(AwaitedConsumer::start);
  }

  /** Of an SQS that is away only the first queue is asked for, so that the start takes no longer. */
  private static List<String> problems(List<AwaitedConsumer> all) {
    List<String> problems = new ArrayList<>();
    for (AwaitedConsumer each : all) {
      try {
        if (!each.check()) {
          break;
        }
      } catch (UnusableException problem) {
        problems.add("%s; %s".formatted(problem.getMessage(), problem.remedy()));
      }
    }
    return problems;
  }

  @Override
  public void pause() {
    consumers.forEach(AwaitedConsumer::pause);
  }

  @Override
  public void close() {
    pause();
    consumers.forEach(AwaitedConsumer::close);
    if (client != null) {
      client.close();
    }
  }

  @Override
  public List<ConsumerStatus> status() {
    return consumers.stream().map(each -> ofService(each.status())).toList();
  }

  private static ConsumerStatus ofService(SqsConsumerStatus status) {
    return new ConsumerStatus(
        status.queue(),
        ConsumerStatus.State.valueOf(status.state().name()),
        status.lasting(),
        status.lastProblem(),
        status.inHand());
  }

  private SqsConsumer consumer(SqsAsyncClient sqs, FifoQueue queue, DeliveryProcessor processor) {
    MessageReader reader = new MessageReader(
        Optional.empty(),
        Optional.empty(),
        part -> meters.counter("event.derived", "part", part).increment());
    return new SqsConsumer(
        sqs,
        queue,
        new EventReader(reader, claims),
        processor,
        settings,
        ids::next,
        incident -> meters
            .counter(
                "event.sqs.incidents",
                "queue",
                queue.name(),
                "incident",
                incident.name().toLowerCase(Locale.ROOT))
            .increment());
  }
}
