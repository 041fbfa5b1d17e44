package dev.eventmanager.bridge.reverse;

import dev.eventmanager.bridge.reverse.ReverseProperties.From;
import dev.eventmanager.bridge.settings.UnusableSettingsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes reverse routes of settings, or finds everything that is wrong with them at once. */
final class ReverseReading {

  private static final String SUFFIX = ".fifo";

  private final List<String> problems = new ArrayList<>();

  private ReverseReading() {}

  /**
   * The routes.
   *
   * @param broker the name of this broker among those that exchange events
   * @throws UnusableSettingsException with every problem
   */
  static List<ReverseSettings> read(@Nullable String broker, List<From> settings) {
    var reading = new ReverseReading();
    var routes = reading.routes(broker, settings);
    if (!reading.problems.isEmpty()) {
      throw new UnusableSettingsException(reading.problems);
    }
    return routes;
  }

  private List<ReverseSettings> routes(@Nullable String broker, List<From> settings) {
    if (broker != null && !broker.matches("[a-z0-9-]+")) {
      problems.add(
          "bridge.name is \"%s\": take lower-case letters, digits and -".formatted(broker));
    }
    if (broker == null && !settings.isEmpty()) {
      problems.add("bridge.name is missing: name this broker, other than those it exchanges events"
          + " with, so that its own events do not come back to it");
    }
    var routes = IntStream.range(0, settings.size())
        .mapToObj(i -> route("bridge.reverse[%d]".formatted(i), settings.get(i)))
        .toList();
    requireDistinct(routes);
    return routes;
  }

  private ReverseSettings route(String name, From from) {
    var queue = Optional.ofNullable(from.from()).filter(each -> !each.isBlank());
    if (queue.isEmpty()) {
      problems.add("%s.from is missing: name an SQS queue, such as events.fifo".formatted(name));
    } else if (!queue.get().endsWith(SUFFIX)) {
      problems.add(
          "%s.from is %s: a FIFO queue's name ends in %s".formatted(name, queue.get(), SUFFIX));
    }
    return new ReverseSettings(queue.orElse(""), said(from.exchange()), said(from.routingKey()));
  }

  private void requireDistinct(List<ReverseSettings> routes) {
    var seen = new HashSet<String>();
    routes.stream()
        .map(ReverseSettings::queue)
        .filter(queue -> !seen.add(queue))
        .forEach(queue -> problems.add(
            "bridge.reverse has from=%s twice: each event of a queue goes to one of its consumers"
                .formatted(queue)));
  }

  private static Optional<String> said(@Nullable String value) {
    return Optional.ofNullable(value).filter(each -> !each.isBlank());
  }
}
