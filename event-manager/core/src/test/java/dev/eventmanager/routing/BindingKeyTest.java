package dev.eventmanager.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingKeyTest {

  @ParameterizedTest
  @CsvSource({
    "order.*.submit, order.v1.submit",
    "order.#, order",
    "order.#, order.v1.submit",
    "#, ''",
    "#, order.v1.submit",
    "#.submit, submit",
    "#.submit, order.v1.submit",
    "a.#.b, a.b",
    "a.#.b, a.b.a.b",
    "a.#.b.#.c, a.b.x.b.c",
    "#.#, ''",
    "*, word",
    "*.*, .",
    "*., word.",
    "'', ''",
    "#.*, word",
    "a..b, a..b",
    "a.*.b, a..b",
    "#, #",
    "*, *",
  })
  void admits(String pattern, String routingKey) {
    assertThat(BindingKey.of(pattern).matches(routingKey)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "order.*.submit, order.submit",
    "order.*.submit, order.v1.x.submit",
    "order.*, order",
    "*, ''",
    "*, a.b",
    "#.*, ''",
    "'', a",
    "a, ''",
    "a.#, b",
    "a.#.b, a.b.c",
    "a, A",
    "or*, order",
  })
  void refuses(String pattern, String routingKey) {
    assertThat(BindingKey.of(pattern).matches(routingKey)).isFalse();
  }

  /** The definition, written down as it stands; too slow for use, and too simple to be wrong. */
  @Test
  void agreesWithTheDefinitionOnRandomPatternsAndKeys() {
    Random random = new Random(20260203);
    for (int round = 0; round < 200_000; round++) {
      List<String> pattern = words(random, "a", "b", "", "*", "#");
      List<String> key = words(random, "a", "b", "", "*");
      String patternText = String.join(".", pattern);
      String keyText = String.join(".", key);
      assertThat(BindingKey.of(patternText).matches(keyText))
          .as("pattern \"%s\", key \"%s\"", patternText, keyText)
          .isEqualTo(byDefinition(split(patternText), split(keyText)));
    }
  }

  @Test
  void isQuickWhereNaiveMatchersTakeForEver() {
    String pattern = IntStream.range(0, 60).mapToObj(i -> "#.a").collect(Collectors.joining("."));
    String key = "a.".repeat(125) + "b";

    assertThat(BindingKey.of(pattern).matches(key)).isFalse();
  }

  @Test
  void refusesPatternsLongerThanAmqpAllows() {
    assertThatThrownBy(() -> BindingKey.of("é".repeat(128)))
        .hasMessageContaining("256 bytes")
        .hasMessageContaining("AMQP allows 255");
  }

  private static List<String> words(Random random, String... alphabet) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> alphabet[random.nextInt(alphabet.length)])
        .toList();
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\.", -1));
  }

  private static boolean byDefinition(List<String> pattern, List<String> key) {
    if (pattern.isEmpty()) {
      return key.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("#")) {
      return IntStream.rangeClosed(0, key.size())
          .anyMatch(taken -> byDefinition(rest, key.subList(taken, key.size())));
    }
    return !key.isEmpty()
        && (pattern.get(0).equals("*") || pattern.get(0).equals(key.get(0)))
        && byDefinition(rest, key.subList(1, key.size()));
  }
}
