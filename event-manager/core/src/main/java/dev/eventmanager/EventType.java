package dev.eventmanager;

import dev.eventmanager.routing.RoutingKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one descriptor of an event, which publisher, handler, codec, documents and tests share.
 *
 * <p>It names the exchange, the event and its newest version, the type of the payload, how the
 * ordering key is read from it, and how older versions are upcast. Handlers always see the newest
 * version, whichever arrived.
 *
 * <p>Immutable and thread-safe: every method that changes something returns a new descriptor.
 *
 * @param <T> the payload of the newest version, an immutable type
 */
public final class EventType<T> {

  private final Exchange exchange;
  private final String name;
  private final int version;
  private final Class<T> payloadType;
  private final @Nullable Function<? super T, ?> orderingKey;
  private final OlderVersions<T> olderVersions;
  private final String description;
  private final RoutingKey routingKey;

  /** The routing key as on the wire, which every event of this type bears. */
  private final String onTheWire;

  private EventType(
      Exchange exchange,
      String name,
      int version,
      Class<T> payloadType,
      @Nullable Function<? super T, ?> orderingKey,
      OlderVersions<T> olderVersions,
      String description) {
    this.exchange = exchange;
    this.name = name;
    this.version = version;
    this.payloadType = payloadType;
    this.orderingKey = orderingKey;
    this.olderVersions = olderVersions;
    this.description = description;
    this.routingKey = routingKey(version);
    this.onTheWire = routingKey.toString();
  }

  static <T> EventType<T> declare(Exchange exchange, String name, Class<T> payloadType) {
    RoutingKey.requireWord("event name", name);
    return new EventType<>(exchange, name, 1, payloadType, null, OlderVersions.none(), "");
  }

  /**
   * The same event in its newest version, the one that is published from now on.
   *
   * @throws IllegalArgumentException if below 1, or not above every version that is upcast
   */
  public EventType<T> version(int newest) {
    if (newest < 1) {
      throw new IllegalArgumentException(
          "%s: version %d is not possible; versions start at 1".formatted(this, newest));
    }
    olderVersions.requireOlderThan(this, newest);
    return new EventType<>(
        exchange, name, newest, payloadType, orderingKey, olderVersions, description);
  }

  /**
   * Keeps the events of one key in order, from publisher to handler.
   *
   * @param key reads the key, usually the aggregate's id, from the payload; its {@code toString} is
   *     the ordering key and must be neither null nor empty
   */
  public EventType<T> keyedBy(Function<? super T, ?> key) {
    return new EventType<>(exchange, name, version, payloadType, key, olderVersions, description);
  }

  /**
   * Reads events of an older version, each lifted to the newest payload at once.
   *
   * <p>Every older version has one upcaster, straight to the newest payload: no chain to follow,
   * and so neither gap nor cycle. An upcaster may of course call another one's method.
   *
   * @param older the older version
   * @param olderType the payload type of that version
   * @param upcaster makes the newest payload of it; must not fail for a valid older payload
   * @throws IllegalArgumentException if the version is not older than this one, or upcast already
   */
  public <P> EventType<T> upcasting(
      int older, Class<P> olderType, Function<? super P, ? extends T> upcaster) {
    return withOlder(olderVersions.upcasting(this, older, olderType, upcaster));
  }

  /**
   * Publishes each event in an older version as well, for subscribers that cannot read the newest
   * yet: right behind it, in the same transaction, as its twin. A subscriber handles one of the two,
   * whichever of them its patterns let in.
   *
   * @param older the older version, which is upcast too: whoever publishes a version reads it
   * @param olderType the payload type of that version
   * @param downcaster makes it of the newest payload; must not fail for a valid payload
   * @throws IllegalArgumentException if the version is not older than this one, is downcast already,
   *     or is not upcast from that type
   */
  public <P> EventType<T> downcasting(
      int older, Class<P> olderType, Function<? super T, ? extends P> downcaster) {
    return withOlder(olderVersions.downcasting(this, older, olderType, downcaster));
  }

  /** The same event with a sentence about what it means, for people and documents. */
  public EventType<T> describedAs(String sentence) {
    return new EventType<>(
        exchange, name, version, payloadType, orderingKey, olderVersions, sentence);
  }

  public Exchange exchange() {
    return exchange;
  }

  public String name() {
    return name;
  }

  /** The newest version, the one that is published. */
  public int version() {
    return version;
  }

  /** The payload of the newest version. */
  public Class<T> payloadType() {
    return payloadType;
  }

  /** What the event means; empty if nobody said. */
  public String description() {
    return description;
  }

  /** The routing key of the newest version, such as {@code order.v2.submit}. */
  public RoutingKey routingKey() {
    return routingKey;
  }

  /** The routing key that a version of this event has on the wire. */
  public RoutingKey routingKey(int ofVersion) {
    return new RoutingKey(exchange.name(), ofVersion, name);
  }

  /** Every version that can be read, oldest first. */
  public SortedSet<Integer> versions() {
    SortedSet<Integer> versions = olderVersions.numbers();
    versions.add(version);
    return Collections.unmodifiableSortedSet(versions);
  }

  /** The payload type of a version, or empty if that version cannot be read. */
  public Optional<Class<?>> payloadType(int ofVersion) {
    return ofVersion == version
        ? Optional.of(payloadType)
        : olderVersions.find(ofVersion).map(OlderVersion::type);
  }

  /**
   * The newest payload made of one that was read in some version.
   *
   * @throws IllegalArgumentException if that version cannot be read
   * @throws ClassCastException if the payload is not of that version's type
   */
  public T upcast(int fromVersion, Object payload) {
    if (fromVersion == version) {
      return payloadType.cast(payload);
    }
    return olderVersions
        .find(fromVersion)
        .orElseThrow(() ->
            new IllegalArgumentException("%s reads the versions %s, not %d; add .upcasting(%d, …)"
                .formatted(this, versionList(), fromVersion, fromVersion)))
        .upcast(payload);
  }

  /** The older versions that each event is published in as well, newest first; mostly none. */
  public List<Integer> twinVersions() {
    return olderVersions.twins();
  }

  /**
   * The payload of a twin.
   *
   * @param toVersion one of {@link #twinVersions}
   * @throws IllegalArgumentException if no twin is published in that version
   */
  public Object downcast(int toVersion, T payload) {
    return olderVersions
        .find(toVersion)
        .filter(OlderVersion::isTwin)
        .orElseThrow(() -> new IllegalArgumentException(
            "%s has twins in the versions %s, not %d; add .downcasting(%d, …)"
                .formatted(this, twinVersions(), toVersion, toVersion)))
        .downcast(payload);
  }

  /**
   * The ordering key of a payload, or empty if events of this type have no order among them.
   *
   * @throws IllegalArgumentException if the type is keyed and the payload's key is null or empty
   */
  public Optional<String> orderingKey(T payload) {
    if (orderingKey == null) {
      return Optional.empty();
    }
    Object key = orderingKey.apply(payload);
    if (key == null || key.toString().isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the payload has no ordering key; keyedBy(…) gave %s for %s"
              .formatted(this, key == null ? "null" : "an empty text", payload));
    }
    return Optional.of(key.toString());
  }

  /** The versions that can be read, for messages: {@code v1, v2}. */
  public String versionList() {
    return versions().stream().map(each -> "v" + each).collect(Collectors.joining(", "));
  }

  private EventType<T> withOlder(OlderVersions<T> older) {
    return new EventType<>(exchange, name, version, payloadType, orderingKey, older, description);
  }

  /** The routing key of the newest version. */
  @Override
  public String toString() {
    return onTheWire;
  }
}
