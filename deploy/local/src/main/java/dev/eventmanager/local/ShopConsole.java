package dev.eventmanager.local;

import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.journey.HandledLines;
import dev.eventmanager.local.journey.Sighting;
import dev.eventmanager.local.process.ServiceSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Says on the terminal how the shop gets on, and passes on which events its services say they
 * handled.
 */
final class ShopConsole implements ShopListener {

  private final Terminal terminal;
  private final Clock clock;
  private final Instant begin;
  private final HandledLines log = new HandledLines();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final List<Consumer<Sighting>> watchers = new CopyOnWriteArrayList<>();

  ShopConsole(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.begin = clock.instant();
  }

  void watch(Consumer<Sighting> watcher) {
    watchers.add(watcher);
  }

  void see(Sighting sighting) {
    watchers.forEach(watcher -> watcher.accept(sighting));
  }

  Duration elapsed() {
    return Duration.between(begin, clock.instant());
  }

  @Override
  public void ready(String part, String address, String description) {
    up(part, address, description);
  }

  @Override
  public void healthy(ServiceSpec service, Duration startedAfter) {
    if (known.add(service.name())) {
      up(service.name(), service.address().toString(), "healthy");
    } else {
      terminal.print("  %s %s is back after %.1f s, and catches up"
          .formatted(terminal.green("✓"), service.name(), startedAfter.toMillis() / 1000.0));
    }
  }

  private void up(String part, String address, String description) {
    terminal.print("  %s %-17s %5.1f s  %-38s %s"
        .formatted(
            terminal.green("✓"),
            part,
            elapsed().toMillis() / 1000.0,
            address,
            terminal.faint(description)));
  }

  @Override
  public void waiting(List<String> services) {
    terminal.progress(
        "%3d s, waiting for %s".formatted(elapsed().toSeconds(), String.join(", ", services)));
  }

  @Override
  public void printed(String service, String line) {
    log.read(line).ifPresent(this::see);
  }

  @Override
  public void ended(ServiceSpec service, int exitStatus, Duration restartAfter) {
    terminal.print("");
    terminal.print(terminal.red("%s ended with status %d. ".formatted(service.name(), exitStatus))
        + "Its events wait in its queues; it starts again in %d s."
            .formatted(restartAfter.toSeconds()));
  }
}
