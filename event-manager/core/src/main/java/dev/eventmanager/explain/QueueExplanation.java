package dev.eventmanager.explain;

import java.util.List;

/**
 * What can reach a queue. Its text is for people, its components are for programs. Immutable.
 *
 * @param queue the queue
 * @param source where the facts come from
 * @param bindings each of its bindings
 */
public record QueueExplanation(String queue, String source, List<Way> bindings) {

  /** A binding, and the routing keys of the declared events that it admits. */
  public record Way(String exchange, String pattern, List<String> events) {}

  @Override
  public String toString() {
    Text text = new Text("queue %s, %s".formatted(queue, source));
    if (bindings.isEmpty()) {
      text.line("nothing is bound to it");
    }
    for (Way way : bindings) {
      text.line("from exchange %s by %s".formatted(way.exchange(), way.pattern()));
      way.events().forEach(event -> text.line("  " + event));
      if (way.events().isEmpty()) {
        text.line("  no declared event");
      }
    }
    return text.toString();
  }
}
