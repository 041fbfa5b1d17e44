package dev.eventmanager.emulator;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** ElasticMQ in this JVM: an SQS with real queues, groups and deduplication. */
public final class EmbeddedSqs implements AutoCloseable {

  private static final int ANY_PORT = 0;

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final URI endpoint;

  private EmbeddedSqs(int port, Clock clock) {
    // By itself ElasticMQ would end as soon as the JVM begins to, while others still send.
    System.setProperty("pekko.jvm-shutdown-hooks", "off");
    actors = ActorSystem.create("sqs-" + UUID.randomUUID());
    server = SQSRestServerBuilder.withActorSystem(actors)
        .withQueueManagerActor(actors.actorOf(queueManager(goingBy(clock))))
        .withInterface("localhost")
        .withPort(port)
        .start();
    endpoint = URI.create(
        "http://localhost:" + server.waitUntilStarted().localAddress().getPort());
  }

  /** On any port that is free. */
  public static EmbeddedSqs start() {
    return start(Clock.systemUTC());
  }

  /**
   * One that goes by a clock, in what it deduplicates and when messages are visible again.
   *
   * <p>What is sent is stamped with the time of the machine all the same. So ElasticMQ deduplicates
   * nothing while this clock is ahead of the machine's by the five minutes of deduplication or more:
   * what is sent then counts as forgotten at once, its first copy and every further one.
   */
  public static EmbeddedSqs start(Clock clock) {
    return new EmbeddedSqs(ANY_PORT, clock);
  }

  /** On this port. */
  public static EmbeddedSqs startOn(int port) {
    return new EmbeddedSqs(port, Clock.systemUTC());
  }

  private static NowProvider goingBy(Clock clock) {
    return new NowProvider() {
      @Override
      public long nowMillis() {
        return clock.millis();
      }

      @Override
      public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
      }
    };
  }

  private static Props queueManager(NowProvider now) {
    return Props.create(
        QueueManagerActor.class,
        () -> new QueueManagerActor(now, StrictSQSLimits$.MODULE$, Option.empty()));
  }

  public URI endpoint() {
    return endpoint;
  }

  /** A plain AWS client of it, with nothing of the bridge about it. */
  public SqsAsyncClient plainClient() {
    return SqsClients.plain(endpoint);
  }

  @Override
  public void close() {
    server.stopAndWait();
    actors.terminate();
  }
}
