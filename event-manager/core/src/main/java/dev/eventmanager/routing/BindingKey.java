package dev.eventmanager.routing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern over routing keys: words separated by dots, where {@code *} stands for exactly one word
 * and {@code #} for zero or more.
 *
 * <p>It agrees with RabbitMQ's topic exchange on every key: words may be empty, the empty key has
 * no words at all, and {@code a.#} matches {@code a}.
 *
 * @param pattern as given to the broker
 * @see <a href="https://www.rabbitmq.com/tutorials/amqp-concepts#exchange-topic">topic exchange</a>
 */
public record BindingKey(String pattern) {

  private static final Pattern WORD = Pattern.compile("\\*|#|[a-z0-9-]+");
  private static final int MAX_BYTES = 255;
  private static final String ONE_WORD = "*";
  private static final String ANY_WORDS = "#";

  public BindingKey {
    int bytes = pattern.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "pattern of %d bytes starting with \"%.40s\": AMQP allows %d; shorten it"
              .formatted(bytes, pattern, MAX_BYTES));
    }
  }

  public static BindingKey of(String pattern) {
    return new BindingKey(pattern);
  }

  /** Whether the broker would route a message with this routing key to a queue bound with it. */
  public boolean matches(String routingKey) {
    return matches(words(pattern), words(routingKey));
  }

  public boolean matches(RoutingKey routingKey) {
    return matches(routingKey.toString());
  }

  /** Why the broker would not route a message with this routing key so; empty if it would. */
  public Optional<Mismatch> mismatch(String routingKey) {
    return matches(routingKey)
        ? Optional.empty()
        : Optional.of(Mismatch.between(words(pattern), words(routingKey)));
  }

  /**
   * What makes this a pattern that no declared event can fit, however the events are named: a word
   * that is neither a wildcard nor lower-case letters, digits and hyphens. Empty for a good one.
   *
   * <p>The broker takes such a pattern all the same, and gives it what fits to the letter.
   */
  public Optional<String> flaw() {
    String[] words = words(pattern);
    for (int i = 0; i < words.length; i++) {
      if (!WORD.matcher(words[i]).matches()) {
        return Optional.of(
            "word %d of pattern \"%s\" is \"%s\"; a word is *, # or of [a-z0-9-], such as order.*.submit"
                .formatted(i + 1, pattern, words[i]));
      }
    }
    return words.length == 0
        ? Optional.of("the pattern is empty; write one such as order.*.submit")
        : Optional.empty();
  }

  /** The first word, by which the exchange is known; a wildcard stands for several exchanges. */
  public String firstWord() {
    String[] words = words(pattern);
    return words.length == 0 ? "" : words[0];
  }

  /** Whether a word of a pattern is {@code *} or {@code #}. */
  public static boolean isWildcard(String word) {
    return word.equals(ONE_WORD) || word.equals(ANY_WORDS);
  }

  /**
   * Walks both sides once; on a mismatch the latest {@code #} takes one word more. Earlier ones
   * never need to: whatever they could take, the latest can.
   */
  private static boolean matches(String[] pattern, String[] key) {
    int p = 0;
    int k = 0;
    int latestAny = -1;
    int takenByLatestAny = 0;
    while (k < key.length) {
      if (p < pattern.length && pattern[p].equals(ANY_WORDS)) {
        latestAny = p++;
        takenByLatestAny = k;
      } else if (p < pattern.length && matchesWord(pattern[p], key[k])) {
        p++;
        k++;
      } else if (latestAny >= 0) {
        p = latestAny + 1;
        k = ++takenByLatestAny;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p].equals(ANY_WORDS)) {
      p++;
    }
    return p == pattern.length;
  }

  private static boolean matchesWord(String pattern, String word) {
    return pattern.equals(ONE_WORD) || pattern.equals(word);
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split("\\.", -1);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
