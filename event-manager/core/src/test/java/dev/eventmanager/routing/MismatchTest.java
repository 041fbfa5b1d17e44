package dev.eventmanager.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MismatchTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
          order.v1.submit   | order.v2.submit   | 2 | word 2 is "v2", the pattern wants "v1"
          order.*.submit    | order.v2.refuse   | 3 | word 3 is "refuse", the pattern wants "submit"
          order.*.submit    | order.v2          | 3 | the key ends before word 3, where the pattern wants "submit"
          order.*.submit    | order.v2.submit.x | 4 | word 4 is "x", the pattern ends before it
          billing.#         | order.v1.submit   | 1 | word 1 is "order", the pattern wants "billing"
          order.#.submit    | order.v1.refuse   | 3 | word 3 is "refuse", the pattern wants "submit"
          order.#.v1.submit | order.submit      | 3 | the key ends after word 2, too soon for "#.v1.submit"
          order.#.a.#.c     | order.b.c         | 2 | from word 2 on nothing fits "#.a.#.c"
          *                 | ''                | 1 | the key ends before word 1, where the pattern wants "*"
          ''                | order             | 1 | word 1 is "order", the pattern ends before it
          """)
  void isToldByTheWordThatShowsIt(String pattern, String key, int word, String reason) {
    assertThat(BindingKey.of(pattern).mismatch(key)).contains(new Mismatch(word, reason));
  }

  @Test
  void isThereExactlyWhereThePatternDoesNotMatch() {
    Random random = new Random(4711);
    for (int i = 0; i < 100_000; i++) {
      BindingKey pattern = BindingKey.of(words(random, List.of("a", "b", "*", "#")));
      String key = words(random, List.of("a", "b", ""));

      assertThat(pattern.mismatch(key).isEmpty())
          .as("%s on %s", pattern, key)
          .isEqualTo(pattern.matches(key));
    }
  }

  @ParameterizedTest
  @CsvSource({"order.*submit, 2", "order..submit, 2", "Order.#, 1", "order.v1.sub_mit, 3"})
  void isSureOfAPatternThatFitsNoEvent(String pattern, int word) {
    assertThat(BindingKey.of(pattern).flaw().orElseThrow())
        .startsWith("word %d of".formatted(word));
  }

  @ParameterizedTest
  @CsvSource({"order.*.submit", "#", "order.#", "order.v1.re-open"})
  void findsNoFlawInAGoodPattern(String pattern) {
    assertThat(BindingKey.of(pattern).flaw()).isEmpty();
  }

  private static String words(Random random, List<String> from) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> from.get(random.nextInt(from.size())))
        .collect(Collectors.joining("."));
  }
}
