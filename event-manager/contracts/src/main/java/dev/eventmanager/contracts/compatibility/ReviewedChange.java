package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Change;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.routing.RoutingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that breaks someone and was let through by a person: one entry of {@code
 * META-INF/event-manager/contract-exceptions.json}.
 *
 * @param event exchange and name, such as {@code order.submit}
 * @param version of the event
 * @param path where, as the report says it
 * @param change which, as the report says it
 * @param reason why nobody is hurt
 * @param by who looked at it
 */
public record ReviewedChange(
    String event, int version, String path, String change, String reason, String by) {

  private static final ContractJson JSON = new ContractJson();

  public ReviewedChange {
    require("event", event);
    require("version", version > 0 ? "given" : null);
    require("path", path);
    require("change", change);
    require("reason", reason);
    require("by", by);
  }

  private static void require(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "an exception has no \"%s\"; it needs event, version, path, change, reason and by"
              .formatted(field));
    }
  }

  static List<ReviewedChange> parse(String where, String text) {
    return List.of(JSON.read(where, text, ReviewedChange[].class));
  }

  boolean covers(RoutingKey key, Change of) {
    return event.equals(name(key))
        && version == key.version()
        && path.equals(of.path())
        && change.equals(of.word());
  }

  static String name(RoutingKey key) {
    return key.exchange() + "." + key.event();
  }

  @Override
  public String toString() {
    return "%s version %d %s %s".formatted(event, version, path, change);
  }
}
