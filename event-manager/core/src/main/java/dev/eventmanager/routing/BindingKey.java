package dev.eventmanager.routing;

import java.nio.charset.StandardCharsets;

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
