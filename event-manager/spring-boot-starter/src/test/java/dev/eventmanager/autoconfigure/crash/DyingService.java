package dev.eventmanager.autoconfigure.crash;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.EventDispatcher;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.RetryingProcessor;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.handling.SuspectProcessor;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.jdbc.crash.JdbcCrashMarks;
import dev.eventmanager.jdbc.drain.DrainSettings;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.quickstart.Parcel;
import dev.eventmanager.quickstart.ParcelEvents;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Keeps parcels in its database; one of thirteen kilograms kills it. */
final class DyingService {

  static final String QUEUE = "depot_parcel";
  static final BigDecimal DEADLY = BigDecimal.valueOf(13);

  private DyingService() {}

  /** The address of the broker, and of the database. */
  public static void main(String[] arguments) throws Exception {
    ConnectionFactory broker = new ConnectionFactory();
    broker.setUri(arguments[0]);
    consume(
        new BrokerConnections(new CachingConnectionFactory(broker)),
        new DriverManagerDataSource(arguments[1]));
  }

  static Subscription subscription(JdbcClient database) {
    return Subscription.of(QUEUE, "parcel.*.sent", Parcel.class, (parcel, metadata) -> {
      if (parcel.kilograms().equals(DEADLY)) {
        Runtime.getRuntime().halt(1);
      }
      database.sql("insert into kept (parcel) values (?)").param(parcel.id()).update();
    });
  }

  static Topology topology(Subscriptions subscriptions) {
    return Topology.builder().bindings(subscriptions.bindings()).build();
  }

  private static void consume(BrokerConnections connections, DataSource dataSource) {
    EventCatalogue catalogue = EventCatalogue.of(ParcelEvents.SENT);
    EventCodec codec = new EventCodec(catalogue);
    Subscriptions subscriptions =
        Subscriptions.of(catalogue, List.of(subscription(JdbcClient.create(dataSource))));
    HandlerThreads threads = HandlerThreads.platform(4);
    Pauses pauses = new Pauses(FailureClassifier.standard(), threads);
    InboxInterceptor inbox =
        new InboxInterceptor(dataSource, new JdbcTransactionManager(dataSource));
    Attempts attempts = new Attempts(
        new EventDispatcher(
            subscriptions, codec, List.of(inbox), new CurrentEvent(), skipped -> {}),
        FailureClassifier.standard(),
        pauses,
        threads,
        Duration.ofMinutes(1));
    Suspects suspects = new Suspects(new JdbcCrashMarks(dataSource), threads);
    new QueueConsumers(
            QUEUE,
            connections,
            new TopologyDeclarer(connections, topology(subscriptions)),
            new EventMessageReader(codec, EventIds.uuidV7(), Clock.systemUTC(), part -> {}),
            processor(attempts, pauses, threads, suspects, dataSource),
            ConsumerSettings.standard())
        .start();
    drain(dataSource).start(subscriptions.queues(), attempts, threads, suspects);
  }

  private static DeliveryProcessor processor(
      Attempts attempts,
      Pauses pauses,
      HandlerThreads threads,
      Suspects suspects,
      DataSource dataSource) {
    JdbcParkedEvents parked = new JdbcParkedEvents(dataSource, Clock.systemUTC());
    RetryingProcessor retrying = new RetryingProcessor(
        attempts, RetryPolicy.standard(), parked, pauses, threads, Clock.systemUTC());
    return new SuspectProcessor(retrying, suspects, parked, Clock.systemUTC());
  }

  /** Takes over soon what the process before has died with. */
  private static SequenceDrain drain(DataSource dataSource) {
    return new SequenceDrain(
        dataSource,
        RetryPolicy.standard(),
        new DrainSettings.Builder()
            .pollInterval(Duration.ofMillis(200))
            .lease(Duration.ofSeconds(1))
            .build(),
        ReplayOutcomes.ignored(),
        EventIds.uuidV7().next(),
        Clock.systemUTC());
  }
}
