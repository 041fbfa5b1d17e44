package dev.eventmanager.killmatrix.fault;

import dev.eventmanager.testkit.broker.RabbitMqCluster;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.fault.CuttableProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Three RabbitMQ nodes, of which the one that leads the consumers' queue is attacked. */
public final class ClusterUnderFire implements BrokerUnderFire {

  private static final long SHORTEST_ABSENCE_MILLIS = 2_000;
  private static final long LONGEST_ABSENCE_MILLIS = 8_000;

  private final RabbitMqCluster cluster;
  private final VirtualHost virtualHost;
  private final String queue;
  private final List<CuttableProxy> proxies;

  private ClusterUnderFire(RabbitMqCluster cluster, String queue) {
    this.cluster = cluster;
    this.virtualHost = cluster.openVirtualHost("matrix");
    this.queue = queue;
    this.proxies = cluster.nodes().stream()
        .map(node -> CuttableProxy.to("127.0.0.1", cluster.uri(node).getPort()))
        .toList();
  }

  /** Starts one, to attack the leader of this queue. */
  public static ClusterUnderFire start(Path server, String queue) {
    return new ClusterUnderFire(RabbitMqCluster.start(server), queue);
  }

  @Override
  public String addresses() {
    String path = virtualHost.uri().getPath();
    return proxies.stream()
        .map(proxy -> "amqp://guest:guest@127.0.0.1:" + proxy.port() + path)
        .collect(Collectors.joining(","));
  }

  @Override
  public URI uri() {
    return virtualHost.uri();
  }

  @Override
  public Map<FaultKind, Fault> faults() {
    return Map.of(
        FaultKind.LEADER_KILLED, Done.by(this::killLeader),
        FaultKind.CLUSTER_PARTED, Done.by(this::part),
        FaultKind.BROKER_FROZEN, Done.by(this::freeze),
        FaultKind.BROKER_KILLED, Done.by(random -> killAll()),
        FaultKind.CONNECTIONS_CUT, Done.by(random -> proxies.forEach(CuttableProxy::cutOnce)),
        FaultKind.CONNECTIONS_CUT_MID_FRAME, Done.by(this::cutMidFrame));
  }

  private void killAll() {
    cluster.nodes().forEach(cluster::kill);
    cluster.restart(cluster.nodes());
  }

  private void cutMidFrame(Random random) {
    proxies.forEach(proxy -> proxy.cutAfter(random.nextInt(NodeUnderFire.MOST_BYTES_BEFORE_CUT)));
  }

  private void freeze(Random random) throws InterruptedException {
    String leader = cluster.leaderOf(virtualHost, queue);
    cluster.freeze(leader);
    pause(random);
    cluster.thaw(leader);
  }

  private void killLeader(Random random) throws InterruptedException {
    String leader = cluster.leaderOf(virtualHost, queue);
    cluster.kill(leader);
    pause(random);
    cluster.restart(leader);
  }

  private void part(Random random) throws InterruptedException {
    cluster.partition(cluster.leaderOf(virtualHost, queue));
    pause(random);
    cluster.heal();
  }

  private static void pause(Random random) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_ABSENCE_MILLIS, LONGEST_ABSENCE_MILLIS));
  }

  @Override
  public void close() {
    proxies.forEach(CuttableProxy::close);
    cluster.close();
  }
}
