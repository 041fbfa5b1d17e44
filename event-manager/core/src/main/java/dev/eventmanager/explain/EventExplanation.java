package dev.eventmanager.explain;

import java.util.List;

/**
 * Where an event goes. Its text is for people, its components are for programs. Immutable.
 *
 * @param event its exchange and name
 * @param source where the facts come from
 * @param versions each version that is known
 */
public record EventExplanation(String event, String source, List<Version> versions) {

  /** A version of the event, and every queue that it reaches. */
  public record Version(String routingKey, List<Target> queues) {}

  /** A queue, and the patterns of its bindings that match. */
  public record Target(String queue, List<String> patterns) {}

  @Override
  public String toString() {
    Text text = new Text("event %s, %s".formatted(event, source));
    for (Version version : versions) {
      text.line(version.routingKey());
      text.columns(
          "  ",
          version.queues().stream()
              .map(target -> List.of(target.queue(), "by " + String.join(", ", target.patterns())))
              .toList());
      if (version.queues().isEmpty()) {
        text.line("  reaches no queue");
      }
    }
    return text.toString();
  }
}
