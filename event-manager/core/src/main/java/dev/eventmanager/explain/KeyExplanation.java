package dev.eventmanager.explain;

import java.util.Comparator;
import java.util.List;

/**
 * What becomes of a routing key. Its text is for people, its components are for programs. Immutable.
 *
 * @param routingKey the key
 * @param exchange where it is published
 * @param source where the facts come from
 * @param declared whether it is that of a declared event
 * @param queues every queue, those that it reaches and those that it does not
 */
public record KeyExplanation(
    String routingKey, String exchange, String source, boolean declared, List<Queue> queues) {

  /** A queue with each of its bindings; one that matches is enough. */
  public record Queue(String queue, boolean reached, List<Verdict> bindings) {

    Queue(String queue, List<Verdict> bindings) {
      this(queue, bindings.stream().anyMatch(Verdict::matched), bindings);
    }
  }

  /**
   * What a binding says.
   *
   * @param word the word of the key, counted from 1, that does not fit; 0 where none tells
   * @param reason that it matches, or why it does not
   */
  public record Verdict(
      String exchange, String pattern, boolean matched, int word, String reason) {}

  @Override
  public String toString() {
    Text text = new Text("%s on exchange %s, %s".formatted(routingKey, exchange, source));
    if (!declared) {
      text.line("not a declared event");
    }
    List<Queue> reached = queues.stream().filter(Queue::reached).toList();
    text.line(reached.isEmpty() ? "reaches no queue" : "reaches");
    reached.forEach(queue -> describe(queue, text));
    List<Queue> others = queues.stream().filter(queue -> !queue.reached()).toList();
    if (!others.isEmpty()) {
      text.line("does not reach");
    }
    others.forEach(queue -> describe(queue, text));
    return text.toString();
  }

  private static void describe(Queue queue, Text text) {
    text.line(
        "  " + queue.queue() + (queue.bindings().isEmpty() ? "  nothing is bound to it" : ""));
    text.columns(
        "    ",
        queue.bindings().stream()
            .sorted(Comparator.comparing(Verdict::matched).reversed())
            .map(verdict -> List.of(verdict.pattern(), verdict.reason()))
            .toList());
  }
}
