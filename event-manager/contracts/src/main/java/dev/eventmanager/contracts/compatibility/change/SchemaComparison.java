package dev.eventmanager.contracts.compatibility.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares two schemas of one event. What is written agrees with its schema strictly, so has no
 * field that is not declared; what is read may have any, which are ignored.
 *
 * <p>Errs on one side alone: where it says compatible, every event that can be written can be read.
 * For one thread and one pair of documents.
 */
public final class SchemaComparison {

  private final List<Rule> rules = List.of(
      new UnknownKeywordRule(),
      new ValuesRule(),
      RangeRule.LEAST,
      RangeRule.GREATEST,
      new MultipleRule(),
      new CountRule("minLength", JsonType.STRING),
      new CountRule("maxLength", JsonType.STRING),
      new PatternRule(),
      new FormatRule(),
      new CountRule("minItems", JsonType.ARRAY),
      new CountRule("maxItems", JsonType.ARRAY),
      new UniqueItemsRule(),
      new ItemsRule(this),
      new CountRule("minProperties", JsonType.OBJECT),
      new CountRule("maxProperties", JsonType.OBJECT),
      new FieldsRule(this));

  private final TypeRule typeRule = new TypeRule();
  private final ChoiceRule choiceRule = new ChoiceRule(this);

  /** Pairs that are being compared: where a recursive type meets them again, nothing is new. */
  private final Set<Pair> open = new HashSet<>();

  private SchemaComparison() {}

  /**
   * Every change from one schema to the other, in the order of the paths.
   *
   * @throws dev.eventmanager.contracts.json.BrokenContractException if a reference leads nowhere or in a circle
   */
  public static List<Change> between(SchemaDocument before, SchemaDocument after) {
    return new SchemaComparison().changes("$", before.root(), after.root()).toList();
  }

  Stream<Change> changes(String path, Schema before, Schema after) {
    Pair pair = new Pair(before, after);
    if (before.saysTheSameAs(after) || !open.add(pair)) {
      return Stream.empty();
    }
    try {
      return differences(path, before, after).toList().stream();
    } finally {
      open.remove(pair);
    }
  }

  private Stream<Change> differences(String path, Schema before, Schema after) {
    if (Alternatives.isChoice(before) || Alternatives.isChoice(after)) {
      return choiceRule.changes(path, before, after);
    }
    Stream<Change> ofType = typeRule.changes(path, before, after);
    return TypeRule.overlap(before, after)
        ? Stream.concat(ofType, rules.stream().flatMap(rule -> rule.changes(path, before, after)))
        : ofType;
  }

  /** Whether everything that is written by one schema can be read by the other. */
  Verdict reads(Schema writer, Schema reader) {
    return changes("", writer, reader)
        .map(change -> change.verdicts().newReaders())
        .reduce(Verdict.COMPATIBLE, Verdict::and);
  }

  /** Whether one of the readers can read everything that is written. */
  Verdict readsAny(Schema writer, List<Schema> readers) {
    return readers.stream()
        .map(reader -> reads(writer, reader))
        .reduce(Verdict.INCOMPATIBLE, Verdict::or);
  }

  private record Pair(Schema before, Schema after) {}
}
