package dev.eventmanager.rabbit.message;

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
  static final String TWINS = "cloudEvents:twins";
  static final String TRACEPARENT = "traceparent";
  static final String TRACESTATE = "tracestate";

  private Headers() {}
}
