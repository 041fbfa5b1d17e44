package dev.eventmanager.local.journey;

import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.journey.Sighting.Handled;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells journeys as text: a heading an order, a line an event, with the time since the order's
 * first event, the queues that handled it and how long after its publication, and its place in the
 * SQS queue.
 */
public final class JourneyTeller {

  private static final int QUEUES_WIDTH = 50;

  private final Terminal terminal;
  private final Map<String, String> titles = new RecentEntries<>();
  private final Map<String, Instant> firstEvents = new RecentEntries<>();
  private String lastOrder = "";

  public JourneyTeller(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Gives an order a title for its heading. */
  public synchronized void title(String order, String title) {
    titles.put(order, title);
  }

  /** Says what became of an order. */
  public synchronized void conclude(String order, String outcome) {
    heading(order);
    terminal.print("%9s  %s".formatted("", terminal.faint(outcome)));
  }

  synchronized void tell(Journey journey) {
    heading(journey.published().subject().order());
    Instant at = journey.published().at();
    Instant first = firstEvents.computeIfAbsent(journey.published().subject().order(), order -> at);
    terminal.print("%s  %s %s %s"
        .formatted(
            terminal.faint("%9s".formatted("+" + inMillis(Duration.between(first, at)))),
            terminal.bold("%-22s".formatted(journey.published().subject().routingKey())),
            queues(journey),
            mirror(journey)));
  }

  synchronized void tellLate(Journey journey, Sighting sighting) {
    heading(journey.published().subject().order());
    String what = sighting instanceof Handled handled
        ? "→ %s %s".formatted(handled.queue(), inMillis(journey.since(handled.at())))
        : mirror(journey);
    terminal.print("%s  %s %s"
        .formatted(
            terminal.yellow("%9s".formatted("later")),
            terminal.bold("%-22s".formatted(journey.published().subject().routingKey())),
            what));
  }

  private void heading(String order) {
    if (!order.equals(lastOrder)) {
      lastOrder = order;
      String title = titles.get(order);
      terminal.print("");
      terminal.print(terminal.blue("Order " + order) + (title == null ? "" : " · " + title));
    }
  }

  private String queues(Journey journey) {
    if (journey.handled().isEmpty()) {
      return terminal.faint(padded("→ no queue so far"));
    }
    String queues = journey.handled().stream()
        .map(handled -> handled.queue() + " " + inMillis(journey.since(handled.at())))
        .collect(Collectors.joining(", ", "→ ", ""));
    return terminal.green(padded(queues));
  }

  private String mirror(Journey journey) {
    return journey
        .mirrored()
        .map(mirrored -> "⇒ SQS group %s, sequence %s, %s"
            .formatted(
                abbreviated(mirrored.group()),
                mirrored.sequence(),
                inMillis(journey.since(mirrored.at()))))
        .orElseGet(() -> terminal.faint("⇒ not in SQS so far"));
  }

  /** An event without an ordering key is a group by itself, named by its long id. */
  private static String abbreviated(String group) {
    return group.length() <= 12 ? group : group.substring(0, 11) + "…";
  }

  private static String padded(String text) {
    return ("%-" + QUEUES_WIDTH + "s").formatted(text);
  }

  private static String inMillis(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
