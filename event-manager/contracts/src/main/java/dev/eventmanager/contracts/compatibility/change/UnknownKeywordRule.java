package dev.eventmanager.contracts.compatibility.change;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schema with a keyword that no rule knows cannot be compared, even if that keyword stayed: it may
 * say something about the others.
 */
final class UnknownKeywordRule implements Rule {

  private static final Set<String> KNOWN = Set.of(
      "additionalProperties",
      "const",
      "enum",
      "exclusiveMaximum",
      "exclusiveMinimum",
      "format",
      "items",
      "maxItems",
      "maxLength",
      "maxProperties",
      "maximum",
      "minItems",
      "minLength",
      "minProperties",
      "minimum",
      "multipleOf",
      "pattern",
      "properties",
      "required",
      "type",
      "uniqueItems");

  @Override
  public Stream<Change> changes(String path, Schema before, Schema after) {
    SortedSet<String> unknown = new TreeSet<>();
    Stream.of(before, after)
        .filter(schema -> !schema.isNothing())
        .forEach(schema -> unknown.addAll(schema.keywords().propertyNames()));
    unknown.removeAll(KNOWN);
    return unknown.isEmpty()
        ? Stream.empty()
        : Stream.of(Change.of(
            path,
            ChangeKind.UNDECIDABLE,
            unknown.stream().collect(joining(", ", "no rule knows ", "")),
            Verdicts.both(Verdict.UNDECIDED)));
  }
}
