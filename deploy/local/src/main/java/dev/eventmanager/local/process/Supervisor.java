package dev.eventmanager.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs services as child processes: starts them together, waits until each is healthy, starts one
 * again that ended, and stops them in order. Thread-safe; {@link #close()} may be called at any
 * time, once or more.
 */
public final class Supervisor implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration RESTART_DELAY = Duration.ofSeconds(3);

  private final ProcessFolders folders;
  private final JavaCommand java;
  private final ServiceListener listener;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ScheduledExecutorService restarts =
      Executors.newSingleThreadScheduledExecutor(daemons());
  private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
  private boolean closed;

  public Supervisor(ProcessFolders folders, ServiceListener listener) {
    this.folders = folders;
    this.java = new JavaCommand();
    this.listener = listener;
  }

  /**
   * Starts the services in their order; returns when their processes run, long before they are
   * healthy.
   */
  public void launch(List<ServiceSpec> services) {
    services.parallelStream().forEach(this::extract); // the slow part, and only after a build
    for (ServiceSpec service : services) {
      emptyLogOf(service);
      launch(service);
    }
  }

  /**
   * Returns when every one of these services is healthy.
   *
   * @throws ServiceFailedException if one ended before that, or is not healthy within five minutes
   */
  public void awaitHealthy(List<ServiceSpec> services) throws InterruptedException {
    awaitHealthy(services, System.nanoTime());
  }

  private ExtractedJar extract(ServiceSpec service) {
    return ExtractedJar.of(
        service.jar(), folders.tether(), folders.application(service.name()), java.java());
  }

  /** The log of a service that is started again goes on. */
  private void emptyLogOf(ServiceSpec service) {
    Path log = folders.log(service.name());
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + log, e);
    }
  }

  private void launch(ServiceSpec service) {
    List<String> command = java.of(extract(service));
    synchronized (processes) {
      if (closed) {
        return;
      }
      ServiceProcess process = ServiceProcess.start(
          service,
          command,
          folders.log(service.name()),
          line -> listener.printed(service.name(), line));
      processes.put(service.name(), process);
    }
  }

  private void awaitHealthy(List<ServiceSpec> services, long begin) throws InterruptedException {
    List<ServiceSpec> waiting = new ArrayList<>(services);
    while (!waiting.isEmpty()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      for (ServiceSpec service : List.copyOf(waiting)) {
        ServiceProcess process = process(service.name());
        failIfEnded(process);
        if (process.healthy(http)) {
          waiting.remove(service);
          process.ended().thenRun(() -> restart(process));
          listener.healthy(service, waited);
        } else if (waited.compareTo(START_LIMIT) > 0) {
          throw new ServiceFailedException("%s is not healthy after %d s; its log is %s"
              .formatted(service.name(), waited.toSeconds(), process.log()));
        }
      }
      listener.waiting(waiting.stream().map(ServiceSpec::name).toList());
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void failIfEnded(ServiceProcess process) {
    if (!process.running()) {
      throw new ServiceFailedException(
          "%s ended with status %d while it started; the reason is at the end of %s"
              .formatted(process.service().name(), process.exitStatus(), process.log()));
    }
  }

  private void restart(ServiceProcess ended) {
    synchronized (processes) {
      if (closed) {
        return;
      }
      ServiceSpec service = ended.service();
      listener.ended(service, ended.exitStatus(), RESTART_DELAY);
      restarts.schedule(() -> startAgain(service), RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void startAgain(ServiceSpec service) {
    long begin = System.nanoTime();
    launch(service);
    try {
      awaitHealthy(List.of(service), begin);
    } catch (ServiceFailedException e) {
      listener.printed(service.name(), String.valueOf(e.getMessage()));
      restart(process(service.name()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServiceProcess process(String service) {
    synchronized (processes) {
      ServiceProcess process = processes.get(service);
      if (process == null) {
        throw new ServiceFailedException(service + " was stopped while it started");
      }
      return process;
    }
  }

  /** The process ids of the services, in the order they were started. */
  public List<Long> pids() {
    synchronized (processes) {
      return processes.values().stream().map(ServiceProcess::pid).toList();
    }
  }

  /** The process id of one service. */
  public long pid(String service) {
    return process(service).pid();
  }

  /**
   * Kills one service without warning, as a crash would. It is started again like any that ended.
   */
  public void kill(String service) {
    ProcessHandle.of(pid(service)).ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * Asks the services to stop, in the order they were started, and waits for all of them; one that
   * hangs is killed after a minute. The first run of a build takes some seconds longer, in which
   * each JVM writes its archive of loaded classes.
   */
  @Override
  public void close() {
    List<ServiceProcess> running;
    synchronized (processes) {
      closed = true;
      running = List.copyOf(processes.values());
    }
    restarts.shutdownNow();
    running.forEach(ServiceProcess::askToStop);
    try {
      for (ServiceProcess process : running) {
        process.awaitEnd(STOP_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "supervisor");
      thread.setDaemon(true);
      return thread;
    };
  }
}
