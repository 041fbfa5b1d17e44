package dev.eventmanager.command.parked;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which parked events to list. */
final class FilterOptions {

  @Option(names = "--queue", paramLabel = "QUEUE", description = "Those of a queue.")
  private @Nullable String queue;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "RETRYING: tried again by itself; PARKED: waits for you; REPLAYING.")
  private @Nullable String state;

  @Option(names = "--key", paramLabel = "KEY", description = "Those of one ordering key.")
  private @Nullable String key;

  @Option(
      names = "--error-class",
      paramLabel = "CLASS",
      description = "Those whose last failure was of this class, such as java.io.IOException.")
  private @Nullable String errorClass;

  @Option(
      names = "--frame",
      paramLabel = "FRAME",
      description = "Those that failed at this place of the code, as \"groups\" names it.")
  private @Nullable String frame;

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "queue", queue);
    put(query, "state", state == null ? null : state.toUpperCase(Locale.ROOT));
    put(query, "key", key);
    put(query, "errorClass", errorClass);
    put(query, "frame", frame);
    return query;
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
