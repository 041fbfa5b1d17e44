package dev.eventmanager.bridge;

import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.bridge.settings.BridgeProperties.RouteProperties;
import dev.eventmanager.bridge.settings.BridgeProperties.SourceProperties;
import dev.eventmanager.bridge.settings.UnusableSettingsException;
import dev.eventmanager.bridge.target.Targets;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes routes of settings, or finds everything that is wrong with them at once. */
final class RouteSettings {

  private static final String SUFFIX = ".fifo";

  private final List<String> problems = new ArrayList<>();

  private RouteSettings() {}

  /** All routes of the process; a type of its own, for Spring takes a list apart. */
  record Routes(List<Route> all) {}

  /**
   * The routes.
   *
   * @param worksElsewhere whether the bridge has something to do without any
   * @throws UnusableSettingsException with every problem
   */
  static Routes routes(List<RouteProperties> settings, boolean worksElsewhere) {
    var reading = new RouteSettings();
    var routes = reading.read(settings, worksElsewhere);
    if (!reading.problems.isEmpty()) {
      throw new UnusableSettingsException(reading.problems);
    }
    return new Routes(routes);
  }

  private List<Route> read(List<RouteProperties> settings, boolean worksElsewhere) {
    if (settings.isEmpty() && !worksElsewhere) {
      problems.add("there is nothing to mirror: set bridge.routes[0].to to an SQS FIFO queue and"
          + " bridge.routes[0].from[0].exchange to an exchange");
    }
    var routes = IntStream.range(0, settings.size())
        .mapToObj(i -> read("bridge.routes[%d]".formatted(i), settings.get(i)))
        .toList();
    // Two mirrors to one queue, or two consumers of one, would each keep an order of their own.
    requireDistinct("to", routes.stream().map(Route::target));
    requireDistinct("queue", routes.stream().map(Route::queue));
    return routes;
  }

  private void requireDistinct(String property, Stream<String> values) {
    var seen = new HashSet<String>();
    values
        .filter(value -> !seen.add(value))
        .forEach(value ->
            problems.add("bridge.routes have %s=%s twice: make it one route with the 'from' of both"
                .formatted(property, value)));
  }

  private Route read(String name, RouteProperties route) {
    var target = required(
        name + ".to",
        route.to(),
        "an SQS queue, such as events.fifo, or a topic, such as topic:events.fifo");
    if (!target.endsWith(SUFFIX)) {
      problems.add("%s.to is %s: the name of a FIFO queue or topic ends in %s"
          .formatted(name, target, SUFFIX));
    }
    var queue = route.queue() == null ? "sqs-bridge_" + base(target) : route.queue();
    if (route.from().isEmpty()) {
      problems.add(name + ".from is missing: set " + name + ".from[0].exchange");
    }
    var bindings = new LinkedHashSet<Binding>();
    for (int i = 0; i < route.from().size(); i++) {
      bindings.addAll(read("%s.from[%d]".formatted(name, i), route.from().get(i), queue));
    }
    if (route.partitions() < 1) {
      problems.add("%s.partitions is %d: at least 1".formatted(name, route.partitions()));
    }
    return new Route(queue, bindings, target, Math.max(1, route.partitions()));
  }

  private Set<Binding> read(String name, SourceProperties source, String queue) {
    var exchange = required(name + ".exchange", source.exchange(), "a topic exchange");
    var bindings = new LinkedHashSet<Binding>();
    source.patterns().stream()
        .flatMap(pattern -> pattern(name, pattern))
        .forEach(pattern -> bindings.add(new Binding(exchange, pattern, queue)));
    return bindings;
  }

  private Stream<BindingKey> pattern(String name, String pattern) {
    try {
      return Stream.of(BindingKey.of(pattern));
    } catch (IllegalArgumentException illegal) {
      problems.add("%s.patterns: %s".formatted(name, illegal.getMessage()));
      return Stream.empty();
    }
  }

  private String required(String name, @Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      problems.add("%s is missing: name %s".formatted(name, what));
      return "missing" + SUFFIX;
    }
    return value;
  }

  private static String base(String target) {
    var name = target.substring(target.lastIndexOf(':') + 1);
    var base = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return Targets.isTopic(target) ? "topic-" + base : base;
  }
}
