package dev.eventmanager.contracts.json;

import dev.eventmanager.routing.RoutingKey;
import java.nio.file.Path;

/** The names of the contract files, from the root of the resources that they are kept in. */
public final class ContractPath {

  /** The folder of all that is generated. */
  public static final String FOLDER = "META-INF/event-manager/contracts/";

  /** The AsyncAPI document of the whole catalogue. */
  public static final String ASYNC_API = FOLDER + "asyncapi.json";

  private static final String SCHEMA = ".schema.json";
  private static final String SAMPLE = ".sample.json";

  private ContractPath() {}

  /** The JSON Schema of an event in one version. */
  public static String schema(RoutingKey key) {
    return of(key) + SCHEMA;
  }

  /** The golden sample of an event in one version. */
  public static String sample(RoutingKey key) {
    return of(key) + SAMPLE;
  }

  /** Whether a file is a schema or a sample, of whatever event. */
  public static boolean isOfAnEvent(Path file) {
    String name = file.toString().replace('\\', '/');
    return name.contains(FOLDER) && (name.endsWith(SCHEMA) || name.endsWith(SAMPLE));
  }

  private static String of(RoutingKey key) {
    return "%s%s/%s.v%d".formatted(FOLDER, key.exchange(), key.event(), key.version());
  }
}
