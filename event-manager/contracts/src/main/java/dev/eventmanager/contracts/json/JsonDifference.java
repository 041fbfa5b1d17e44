package dev.eventmanager.contracts.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place where two JSON values are not the same. Numbers are compared by value, objects whatever
 * the order of their fields.
 *
 * @param path where, such as {@code $.lines[0].price}
 * @param one what the first has there; null if nothing
 * @param other what the second has there; null if nothing
 */
public record JsonDifference(
    String path, @Nullable JsonNode one, @Nullable JsonNode other) {

  private static final int SHOWN = 120;

  /** Every difference between two values, in the order of the paths. */
  public static List<JsonDifference> between(JsonNode one, JsonNode other) {
    List<JsonDifference> found = new ArrayList<>();
    compare("$", one, other, found);
    return found;
  }

  /**
   * The difference in a sentence.
   *
   * @param nameOfOne what the first value is called in it, such as {@code "the file"}
   * @param nameOfOther what the second is called
   */
  public String describe(String nameOfOne, String nameOfOther) {
    return "%s: %s has %s, %s has %s"
        .formatted(path, nameOfOne, shown(one), nameOfOther, shown(other));
  }

  private static void compare(
      String path, @Nullable JsonNode one, @Nullable JsonNode other, List<JsonDifference> found) {
    if (one != null && other != null && one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>(one.propertyNames());
      names.addAll(other.propertyNames());
      names.forEach(name -> compare(path + "." + name, one.get(name), other.get(name), found));
    } else if (one != null && other != null && one.isArray() && other.isArray()) {
      for (int index = 0; index < Math.max(one.size(), other.size()); index++) {
        compare("%s[%d]".formatted(path, index), one.get(index), other.get(index), found);
      }
    } else if (!same(one, other)) {
      found.add(new JsonDifference(path, one, other));
    }
  }

  private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (one != null && other != null && one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return Objects.equals(one, other);
  }

  private static String shown(@Nullable JsonNode value) {
    if (value == null) {
      return "nothing";
    }
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
