package dev.eventmanager.routing;

import java.util.Arrays;
import java.util.List;

/**
 * Why a pattern does not admit a routing key, told by the first word that shows it.
 *
 * @param word its place in the routing key, counted from 1; one more than the key has words, where
 *     words are missing
 * @param reason what stands there and what the pattern wants, such as {@code word 2 is "v2", the
 *     pattern wants "v1"}
 */
public record Mismatch(int word, String reason) {

  private static final String ANY_WORDS = "#";

  /**
   * Of words that do not fit. Those of the pattern before its first {@code #} are counted from the
   * left, those after its last from the right, as a person would.
   */
  static Mismatch between(String[] patternWords, String[] keyWords) {
    List<String> pattern = Arrays.asList(patternWords);
    List<String> key = Arrays.asList(keyWords);
    int first = pattern.indexOf(ANY_WORDS);
    int fromTheLeft = first < 0 ? pattern.size() : first;
    for (int i = 0; i < fromTheLeft; i++) {
      if (i == key.size()) {
        return missing(i, pattern);
      }
      if (!fits(pattern.get(i), key.get(i))) {
        return differs(i, key, pattern.get(i));
      }
    }
    return first < 0 ? tooMany(fromTheLeft, key) : afterAnyWords(first, pattern, key);
  }

  private static Mismatch afterAnyWords(int first, List<String> pattern, List<String> key) {
    int last = pattern.lastIndexOf(ANY_WORDS);
    int fromTheRight = pattern.size() - last - 1;
    if (key.size() - first < fromTheRight) {
      return tooShort(key, pattern.subList(first, pattern.size()));
    }
    int start = key.size() - fromTheRight;
    for (int i = 0; i < fromTheRight; i++) {
      String wanted = pattern.get(last + 1 + i);
      if (!fits(wanted, key.get(start + i))) {
        return differs(start + i, key, wanted);
      }
    }
    return new Mismatch(
        first + 1,
        "from word %d on nothing fits \"%s\""
            .formatted(first + 1, String.join(".", pattern.subList(first, pattern.size()))));
  }

  private static boolean fits(String pattern, String word) {
    return pattern.equals(word) || pattern.equals("*");
  }

  private static Mismatch differs(int index, List<String> key, String wanted) {
    return new Mismatch(
        index + 1,
        "word %d is \"%s\", the pattern wants \"%s\"".formatted(index + 1, key.get(index), wanted));
  }

  private static Mismatch missing(int index, List<String> pattern) {
    return new Mismatch(
        index + 1,
        "the key ends before word %d, where the pattern wants \"%s\""
            .formatted(index + 1, pattern.get(index)));
  }

  private static Mismatch tooShort(List<String> key, List<String> rest) {
    return new Mismatch(
        key.size() + 1,
        "the key ends after word %d, too soon for \"%s\""
            .formatted(key.size(), String.join(".", rest)));
  }

  private static Mismatch tooMany(int index, List<String> key) {
    return new Mismatch(
        index + 1,
        "word %d is \"%s\", the pattern ends before it".formatted(index + 1, key.get(index)));
  }
}
