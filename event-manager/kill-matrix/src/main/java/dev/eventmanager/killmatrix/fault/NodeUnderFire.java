package dev.eventmanager.killmatrix.fault;

import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import dev.eventmanager.testkit.fault.CuttableProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A single RabbitMQ. */
public final class NodeUnderFire implements BrokerUnderFire {

  static final int MOST_BYTES_BEFORE_CUT = 20_000;
  private static final long LONGEST_FREEZE_MILLIS = 5_000;

  private final PrivateRabbitMq node;
  private final CuttableProxy proxy;

  private NodeUnderFire(PrivateRabbitMq node) {
    this.node = node;
    this.proxy = CuttableProxy.to("127.0.0.1", node.uri().getPort());
  }

  /** Starts one. */
  public static NodeUnderFire start(Path server) {
    return new NodeUnderFire(PrivateRabbitMq.start(server));
  }

  @Override
  public String addresses() {
    return "amqp://guest:guest@127.0.0.1:" + proxy.port();
  }

  @Override
  public URI uri() {
    return node.uri();
  }

  /** Kills it as a power cut would; returns once it is up again. */
  public void killAndRestart() {
    node.crashAndRestart();
  }

  @Override
  public Map<FaultKind, Fault> faults() {
    return Map.of(
        FaultKind.CONNECTIONS_CUT,
        Done.by(random -> proxy.cutOnce()),
        FaultKind.CONNECTIONS_CUT_MID_FRAME,
        Done.by(random -> proxy.cutAfter(random.nextInt(MOST_BYTES_BEFORE_CUT))),
        FaultKind.BROKER_FROZEN,
        Done.by(this::freeze),
        FaultKind.BROKER_KILLED,
        Done.by(random -> killAndRestart()));
  }

  private void freeze(Random random) throws InterruptedException {
    node.freeze();
    TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_FREEZE_MILLIS));
    node.thaw();
  }

  @Override
  public void close() {
    proxy.close();
    node.close();
  }
}
