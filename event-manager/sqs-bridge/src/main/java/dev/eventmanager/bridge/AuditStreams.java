package dev.eventmanager.bridge;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.NoConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Declares the streams of the routes that have one, as soon as the broker can be reached. */
class AuditStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditStreams.class);
  private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(5);

  private final List<Audited> audited;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "audit-streams");
        daemon.setDaemon(true);
        return daemon;
      });
  private volatile boolean running = false;

  AuditStreams(List<Audited> audited) {
    this.audited = List.copyOf(audited);
  }

  /** A route with its stream, and for how long that keeps an event. */
  record Audited(Route route, AuditStream stream, Duration kept) {}

  List<Audited> all() {
    return audited;
  }

  @Override
  public void start() {
    running = true;
    declare();
  }

  private void declare() {
    try {
      audited.forEach(each -> each.stream().declare(each.route().bindings(), each.kept()));
    } catch (NoConnectionException away) {
      LOG.warn("The audit streams are declared later: {}", BrokerConnections.reasonOf(away));
      thread.schedule(this::declare, UNTIL_NEXT_ATTEMPT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the routes, whose exchanges the streams are bound to. */
  @Override
  public int getPhase() {
    return Phases.CONSUMERS + 2;
  }
}
