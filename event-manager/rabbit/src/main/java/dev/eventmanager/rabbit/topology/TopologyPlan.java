package dev.eventmanager.rabbit.topology;

import java.util.List;
import java.util.StringJoiner;

/**
 * What is declared against what stands on the broker. Its text is for people, its components are for
 * programs. Immutable.
 *
 * @param source what was compared with
 * @param missing what is declared and does not stand; applying adds it
 * @param different what stands under a declared name and is something else; nothing here mends it
 * @param extra bindings that lead to a declared queue and are not declared; removed one by one, on
 *     demand
 * @param unknown what could not be found out, and why
 */
public record TopologyPlan(
    String source,
    List<String> missing,
    List<TopologyProblem> different,
    List<StaleBinding> extra,
    List<String> unknown) {

  /**
   * A binding that is not declared: of an earlier release, made by hand, or of another service that
   * declares a queue of the same name.
   *
   * @param binding what it is called when it is to be removed
   * @param queue the queue that it leads to
   * @param stops the routing keys of the declared events that no declared binding brings to that
   *     queue: without this one they no longer come
   */
  public record StaleBinding(String binding, String queue, List<String> stops) {

    @Override
    public String toString() {
      return stops.isEmpty()
          ? "%s; without it every declared event still comes to %s".formatted(binding, queue)
          : "%s; without it these no longer come to %s: %s"
              .formatted(binding, queue, String.join(", ", stops));
    }
  }

  public TopologyPlan {
    missing = List.copyOf(missing);
    different = List.copyOf(different);
    extra = List.copyOf(extra);
    unknown = List.copyOf(unknown);
  }

  /** Whether what stands is not what is declared, as far as that is known. */
  public boolean hasDrift() {
    return !(missing.isEmpty() && different.isEmpty() && extra.isEmpty());
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("declared against " + source + (hasDrift() ? "" : ": no difference"));
    add(lines, "missing", missing);
    add(lines, "different", different);
    add(lines, "extra", extra);
    add(lines, "not known", unknown);
    return lines.toString();
  }

  private static void add(StringJoiner lines, String title, List<?> items) {
    if (!items.isEmpty()) {
      lines.add(title);
      items.forEach(item -> lines.add("  " + item));
    }
  }
}
