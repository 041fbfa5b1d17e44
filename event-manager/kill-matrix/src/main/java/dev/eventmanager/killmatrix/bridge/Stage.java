package dev.eventmanager.killmatrix.bridge;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.killmatrix.bridge.fault.SoakFaults;
import dev.eventmanager.killmatrix.bridge.fault.SteppingClock;
import dev.eventmanager.killmatrix.bridge.fault.Weather;
import dev.eventmanager.killmatrix.bridge.process.Installation;
import dev.eventmanager.killmatrix.bridge.process.Instances;
import dev.eventmanager.killmatrix.fault.NodeUnderFire;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.reader.mirror.MirrorReader;
import dev.eventmanager.killmatrix.reader.mirror.MirrorTally;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The bridge between a broker and an SQS of its own, with a ledger; not yet started. */
final class Stage implements AutoCloseable {

  /** The broker's queue of the bridge. */
  static final String QUEUE = "sqs-bridge_soak";

  private static final String TARGET = "soak.fifo";
  private static final String DATABASE = "bridge_soak";

  private final Postgres postgres;
  private final NodeUnderFire broker;
  private final SteppingClock sqsClock;
  private final EmbeddedSqs sqs;
  private final FaultProxy proxy;
  private final SqsAsyncClient client;
  private final Weather weather;
  private final Instances instances;

  Stage(SoakSettings settings, NodeUnderFire broker, Postgres postgres, Clock clock)
      throws IOException, InterruptedException {
    this.postgres = postgres;
    this.broker = broker;
    postgres.create(DATABASE);
    sqsClock = new SteppingClock(clock);
    sqs = EmbeddedSqs.start(sqsClock);
    proxy = FaultProxy.before(sqs.endpoint());
    client = sqs.plainClient();
    weather = new Weather(proxy, settings.seed());
    instances = new Instances(
        Installation.in(settings.home(), settings.output().resolve("bridge"), bridgeSettings()),
        settings.output());
  }

  private Map<String, String> bridgeSettings() {
    Map<String, String> all = new TreeMap<>();
    all.put("server.port", "0");
    all.put("management.server.port", "0");
    all.put("logging.structured.format.console", "");
    all.put("spring.rabbitmq.addresses", broker.addresses());
    all.put("spring.rabbitmq.requested-heartbeat", "3s");
    all.put("spring.datasource.url", database());
    all.put("bridge.sqs.endpoint", proxy.endpoint().toString());
    all.put("bridge.sqs.region", "eu-west-1");
    all.put("bridge.sqs.access-key", "test");
    all.put("bridge.sqs.secret-key", "test");
    all.put("bridge.sqs.create-queues", "true");
    all.put("bridge.sqs.request-timeout", Weather.PATIENCE.toSeconds() + "s");
    all.put("bridge.routes[0].to", TARGET);
    all.put("bridge.routes[0].from[0].exchange", NumberedPublisher.EXCHANGE);
    return all;
  }

  /** Where JDBC finds the database of the ledger. */
  String database() {
    return postgres.url(DATABASE);
  }

  Instances instances() {
    return instances;
  }

  Weather weather() {
    return weather;
  }

  SoakFaults faults() {
    return new SoakFaults(instances, weather, broker, postgres, DATABASE, sqsClock);
  }

  NumberedPublisher publisher(NumberedEvents events, BooleanSupplier gate) {
    return new NumberedPublisher(URI.create(broker.addresses()), events, gate);
  }

  /** Past the proxy: what befalls the bridge's requests does not befall the reader's. */
  MirrorReader reader(MirrorTally tally) {
    String url = client.getQueueUrl(request -> request.queueName(TARGET)).join().queueUrl();
    return new MirrorReader(client, url, tally);
  }

  /** How many events the broker still holds for the bridge; to be asked once it has ended. */
  int leftOnBroker() throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(broker.uri());
    } catch (URISyntaxException | GeneralSecurityException e) {
      throw new IllegalArgumentException(broker.uri().toString(), e);
    }
    try (Connection connection = factory.newConnection("soak");
        Channel channel = connection.createChannel()) {
      return channel.queueDeclarePassive(QUEUE).getMessageCount()
          + channel.queueDeclarePassive(QUEUE + ".parked").getMessageCount();
    }
  }

  /** Ends all but the broker; drops the database. */
  @Override
  public void close() throws InterruptedException {
    instances.close();
    proxy.close();
    client.close();
    sqs.close();
    postgres.drop(DATABASE);
  }
}
