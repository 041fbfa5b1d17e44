package dev.eventmanager.rabbit.topology;

import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.NamedThreads;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declares a topology again every so often, so that an exchange or a binding that somebody deleted
 * is soon there again: a consumer would otherwise hear nothing, and not know why. Thread-safe.
 */
public final class TopologyKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopologyKeeper.class);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final TopologyDeclarer topology;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new NamedThreads("topology"));
  private String lastProblem = "";

  private TopologyKeeper(TopologyDeclarer topology) {
    this.topology = topology;
  }

  /** Declares it again every half minute from now on. */
  public static TopologyKeeper keep(TopologyDeclarer topology) {
    return keep(topology, HALF_A_MINUTE);
  }

  /** Declares it again so long after the last time. */
  public static TopologyKeeper keep(TopologyDeclarer topology, Duration every) {
    TopologyKeeper keeper = new TopologyKeeper(topology);
    keeper.timer.scheduleWithFixedDelay(
        keeper::declare, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    return keeper;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void declare() {
    try {
      topology.declare();
      lastProblem = "";
    } catch (TopologyException misfit) {
      warnOnce(String.valueOf(misfit.getMessage()));
    } catch (RuntimeException unreachable) {
      // Publishing and consuming try again by themselves, and say so.
      LOG.debug("Not declared: {}", BrokerConnections.reasonOf(unreachable));
    }
  }

  private void warnOnce(String problem) {
    if (!problem.equals(lastProblem)) {
      LOG.warn("Not all of this service's exchanges, queues and bindings stand: {}", problem);
      lastProblem = problem;
    }
  }
}
