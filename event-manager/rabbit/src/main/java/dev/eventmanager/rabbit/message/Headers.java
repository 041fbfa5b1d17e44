package dev.eventmanager.rabbit.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the headers on the wire: CloudEvents 1.0 in binary mode, and W3C trace context.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/amqp-protocol-binding.md">
 *     CloudEvents over AMQP</a>
 */
final class Headers {

  static final String PREFIX = "cloudEvents:";

  /** The other prefix that the specification allows to publishers and asks readers to know. */
  static final String OTHER_PREFIX = "cloudEvents_";

  static final String SPEC_VERSION = "cloudEvents:specversion";
  static final String ID = "cloudEvents:id";
  static final String SOURCE = "cloudEvents:source";
  static final String TYPE = "cloudEvents:type";
  static final String TIME = "cloudEvents:time";
  static final String SUBJECT = "cloudEvents:subject";
  static final String CORRELATION_ID = "cloudEvents:correlationid";
  static final String CAUSATION_ID = "cloudEvents:causationid";
  static final String ORIGIN = "cloudEvents:origin";
  static final String TWINS = "cloudEvents:twins";
  static final String TRACEPARENT = "traceparent";
  static final String TRACESTATE = "tracestate";

  private static final Map<String, String> UNDER_OTHER_PREFIX = Stream.of(
          SPEC_VERSION,
          ID,
          SOURCE,
          TYPE,
          TIME,
          SUBJECT,
          CORRELATION_ID,
          CAUSATION_ID,
          ORIGIN,
          TWINS)
      .collect(Collectors.toUnmodifiableMap(
          name -> name, name -> OTHER_PREFIX + name.substring(PREFIX.length())));

  /** Of the queues of what services without a database, or RabbitMQ, have parked. */
  private static final String PARKED_PREFIX = "parked:";

  /**
   * What RabbitMQ tells of a message's way, and {@code CC} and {@code BCC}, by which a publisher tells
   * RabbitMQ where else to bring it: it would go there again.
   */
  private static final Set<String> OF_THE_BROKER = Set.of(
      "CC",
      "BCC",
      "x-death",
      "x-delivery-count",
      "x-acquired-count",
      "x-stream-offset",
      "x-received-from",
      "x-shovelled",
      "x-shovelled-by",
      "x-shovelled-timestamp",
      "x-routed-by");

  private static final Set<String> OURS_OR_OF_THE_BROKER = Stream.of(
          UNDER_OTHER_PREFIX.keySet(),
          UNDER_OTHER_PREFIX.values(),
          List.of(TRACEPARENT, TRACESTATE),
          OF_THE_BROKER)
      .flatMap(Collection::stream)
      .collect(Collectors.toUnmodifiableSet());

  private Headers() {}

  /** One of our names under the other prefix; one without a prefix as it is. */
  static String underOtherPrefix(String name) {
    return UNDER_OTHER_PREFIX.getOrDefault(name, name);
  }

  /** Whether a header is neither ours nor of the broker, but of another publisher. */
  static boolean isForeign(String name) {
    return !OURS_OR_OF_THE_BROKER.contains(name)
        && !name.startsWith("x-first-death-")
        && !name.startsWith("x-last-death-")
        && !name.startsWith(PARKED_PREFIX);
  }
}
