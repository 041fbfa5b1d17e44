package dev.eventmanager.routing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routing key of a declared event: {@code <exchange>.v<version>.<event>}, such as {@code
 * order.v1.submit}.
 */
public record RoutingKey(String exchange, int version, String event) {

  private static final Pattern WORD = Pattern.compile("[a-z0-9-]+");
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]+)\\.v([1-9][0-9]{0,8})\\.([a-z0-9-]+)");

  public RoutingKey {
    requireWord("exchange name", exchange);
    requireWord("event name", event);
    if (version < 1) {
      throw new IllegalArgumentException("version %d: versions start at 1".formatted(version));
    }
  }

  /** The parts of a routing key, or empty if it is not of this form. */
  public static Optional<RoutingKey> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RoutingKey(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /** Refuses what is not one lower-case word of {@code [a-z0-9-]}. */
  public static void requireWord(String what, String word) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not possible; use one lower-case word of [a-z0-9-], such as \"order\""
              .formatted(what, word));
    }
  }

  /** The key as on the wire. */
  @Override
  public String toString() {
    return exchange + ".v" + version + "." + event;
  }
}
