package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.SchemaDocument;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.service.ServiceContract;
import dev.eventmanager.routing.RoutingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contracts of one release: the schema of every event and version, and what the services that
 * are known take. Immutable.
 */
public final class ContractSet {

  private static final Pattern SCHEMA =
      Pattern.compile("contracts/([^/]+)/([^/]+)\\.(v[0-9]+)\\.schema\\.json");
  private static final Pattern SERVICE = Pattern.compile("services/[^/]+\\.json");
  private static final String EXCEPTIONS = "contract-exceptions.json";

  private final SortedMap<RoutingKey, SchemaDocument> schemas =
      new TreeMap<>(Comparator.comparing(RoutingKey::exchange)
          .thenComparing(RoutingKey::event)
          .thenComparing(RoutingKey::version));
  private final List<ServiceContract> services = new ArrayList<>();
  private final List<ReviewedChange> exceptions = new ArrayList<>();

  private ContractSet() {}

  /**
   * The contracts in these folders, as they are now.
   *
   * @param resources folders with {@code META-INF/event-manager} in them; at least one has schemas
   * @throws BrokenContractException if a folder or all schemas are missing, or a file is broken
   */
  public static ContractSet in(List<Path> resources) {
    return of(resources.stream().map(ContractSource::of).toList());
  }

  /**
   * The contracts that were in these folders at a branch, tag or commit.
   *
   * @throws BrokenContractException if all schemas are missing, or a file is broken
   * @throws dev.eventmanager.contracts.git.GitException if there is no git, repository or such ref
   */
  public static ContractSet at(String ref, List<Path> resources) {
    return of(resources.stream().map(folder -> ContractSource.of(folder, ref)).toList());
  }

  private static ContractSet of(List<ContractSource> sources) {
    ContractSet contracts = new ContractSet();
    sources.forEach(contracts::add);
    if (contracts.schemas.isEmpty()) {
      throw new BrokenContractException(
          "there are no contracts/<exchange>/<event>.v<version>.schema.json in %s; name folders and a release that have them"
              .formatted(sources.stream().map(ContractSource::name).toList()));
    }
    return contracts;
  }

  private void add(ContractSource source) {
    source.texts().forEach((path, text) -> {
      Matcher schema = SCHEMA.matcher(path);
      if (schema.matches()) {
        addSchema(routingKey(schema, source.place(path)), source.place(path), text);
      } else if (SERVICE.matcher(path).matches()) {
        services.add(ServiceContract.parse(source.place(path), text));
      } else if (path.equals(EXCEPTIONS)) {
        exceptions.addAll(ReviewedChange.parse(source.place(path), text));
      }
    });
  }

  private static RoutingKey routingKey(Matcher parts, String place) {
    String key = "%s.%s.%s".formatted(parts.group(1), parts.group(3), parts.group(2));
    return RoutingKey.parse(key)
        .orElseThrow(() -> new BrokenContractException(
            "%s is not named after an event: \"%s\" is no routing key; name it <exchange>/<event>.v<version>.schema.json"
                .formatted(place, key)));
  }

  private void addSchema(RoutingKey event, String place, String text) {
    if (schemas.put(event, SchemaDocument.parse(place, text)) != null) {
      throw new BrokenContractException(
          "event %s has two schemas, one of them %s; keep one".formatted(event, place));
    }
  }

  SortedMap<RoutingKey, SchemaDocument> schemas() {
    return Collections.unmodifiableSortedMap(schemas);
  }

  /** The greatest version of an event; 0 if it has none. */
  int newestVersion(RoutingKey event) {
    return schemas.keySet().stream()
        .filter(key -> isSameEvent(key, event))
        .mapToInt(RoutingKey::version)
        .max()
        .orElse(0);
  }

  private static boolean isSameEvent(RoutingKey one, RoutingKey other) {
    return one.exchange().equals(other.exchange()) && one.event().equals(other.event());
  }

  /** The queues whose patterns admit an event. */
  List<Subscriber> subscribers(RoutingKey event) {
    return services.stream()
        .flatMap(service -> service.queues().stream()
            .flatMap(queue -> queue.bindingKeys().stream()
                .filter(pattern -> pattern.matches(event))
                .map(pattern ->
                    new Subscriber(service.service(), queue.queue(), pattern.pattern()))))
        .toList();
  }

  List<ReviewedChange> exceptions() {
    return Collections.unmodifiableList(exceptions);
  }
}
