package dev.eventmanager.command.parked;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which parked events an operation is about. */
final class SelectionOptions {

  private static final String CHOICES =
      "Name one event by its ID, or with --queue one of --key, --error-class and --all";

  @Parameters(paramLabel = "ID", arity = "0..1", description = "One event, as \"list\" names it.")
  private @Nullable Long event;

  @Option(names = "--queue", paramLabel = "QUEUE", description = "The queue on which they failed.")
  private @Nullable String queue;

  @Option(names = "--key", paramLabel = "KEY", description = "The events of one ordering key.")
  private @Nullable String key;

  @Option(
      names = "--error-class",
      paramLabel = "CLASS",
      description = "The events whose failure is of this class, as \"groups\" names it, …")
  private @Nullable String errorClass;

  @Option(
      names = "--frame",
      paramLabel = "FRAME",
      description = "… and arose at this place of the code; without it, those that tell none.")
  private @Nullable String frame;

  @Option(names = "--all", description = "All events of the queue.")
  private boolean all;

  /**
   * The selection as the service reads it.
   *
   * @throws IllegalArgumentException if nothing, or more than one thing, was selected
   */
  JsonNode selection() {
    long ways = Stream.of(event != null, key != null, errorClass != null, all)
        .filter(given -> given)
        .count();
    if (ways != 1) {
      throw new IllegalArgumentException(CHOICES);
    }
    if ((event == null) == (queue == null)) {
      throw new IllegalArgumentException(CHOICES);
    }
    if (frame != null && errorClass == null) {
      throw new IllegalArgumentException("--frame goes with --error-class");
    }
    return json();
  }

  private JsonNode json() {
    ObjectNode selection = JsonNodeFactory.instance.objectNode();
    if (event != null) {
      return selection.put("event", event);
    }
    selection.put("queue", queue);
    if (all) {
      return selection.put("all", true);
    }
    if (key != null) {
      return selection.put("key", key);
    }
    selection.put("errorClass", errorClass);
    return frame == null ? selection : selection.put("frame", frame);
  }
}
