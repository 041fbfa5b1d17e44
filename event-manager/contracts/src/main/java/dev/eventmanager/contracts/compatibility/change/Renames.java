package dev.eventmanager.contracts.compatibility.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields that seem to have another name now: of those that went and those that came, one each say
 * the same.
 */
final class Renames {

  private final Map<String, String> newNames = new TreeMap<>();

  private Renames() {}

  static Renames between(ObjectShape before, ObjectShape after) {
    Renames renames = new Renames();
    List<String> gone = onlyIn(before, after);
    List<String> come = onlyIn(after, before);
    for (String field : gone) {
      List<String> candidates = alike(before.written(field), come, after);
      if (candidates.size() == 1
          && alike(after.written(candidates.get(0)), gone, before).size() == 1) {
        renames.newNames.put(field, candidates.get(0));
      }
    }
    return renames;
  }

  private static List<String> onlyIn(ObjectShape shape, ObjectShape other) {
    return shape.fields().keySet().stream()
        .filter(field -> !other.declares(field))
        .toList();
  }

  private static List<String> alike(Schema schema, List<String> fields, ObjectShape shape) {
    return fields.stream()
        .filter(field -> shape.written(field).saysTheSameAs(schema))
        .toList();
  }

  Optional<String> newName(String field) {
    return Optional.ofNullable(newNames.get(field));
  }

  Collection<String> newNames() {
    return newNames.values();
  }
}
