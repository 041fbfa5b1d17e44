package dev.eventmanager.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Patterns and keys, the odd ones above all: empty words, wildcards as words, any script. */
final class TopicKeys {
  private static final int MAX_BYTES = 255;
  private static final int MAX_WORDS = 8;
  private static final List<String> WORDS =
      List.of("", "", "a", "a", "b", "order", "v1", "a*", "#a", "**", "##", "ü", "日本", "😀", " ");

  private final RandomGenerator random;

  TopicKeys(RandomGenerator random) {
    this.random = random;
  }

  static List<String> allUpToThreeWordsOf(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    List<String> longest = List.of(words);
    for (int length = 2; length <= 3; length++) {
      longest = longest.stream()
          .flatMap(head -> Stream.of(words).map(tail -> head + "." + tail))
          .toList();
      all.addAll(longest);
    }
    return all;
  }

  List<String> patterns(int count) {
    return distinct(count, () -> join(words(() -> oneOf(List.of("*", "#", "#", word(), word())))));
  }

  /** Half of them made from a pattern, so that they have a chance to match it. */
  List<String> keys(int count, List<String> patterns) {
    return distinct(
        count,
        () -> random.nextBoolean()
            ? join(words(() -> oneOf(List.of("*", "#", word(), word(), word()))))
            : keyFor(oneOf(patterns)));
  }

  private String keyFor(String pattern) {
    return join(Stream.of(pattern.split("\\.", -1)).flatMap(word -> switch (word) {
      case "*" -> Stream.of(word());
      case "#" -> IntStream.range(0, random.nextInt(3)).mapToObj(i -> word());
      default -> Stream.of(word);
    }));
  }

  private Stream<String> words(Supplier<String> word) {
    return IntStream.range(0, random.nextInt(MAX_WORDS)).mapToObj(i -> word.get());
  }

  private String word() {
    return random.nextInt(20) == 0 ? "長".repeat(random.nextInt(85)) : oneOf(WORDS);
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String join(Stream<String> words) {
    return words.collect(Collectors.joining("."));
  }

  private static List<String> distinct(int count, Supplier<String> text) {
    return Stream.generate(text)
        .filter(each -> each.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES)
        .distinct()
        .limit(count)
        .toList();
  }
}
