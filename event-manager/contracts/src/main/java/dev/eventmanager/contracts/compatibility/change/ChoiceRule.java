package dev.eventmanager.contracts.compatibility.change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code anyOf}, {@code oneOf} and lists of types: each alternative finds its counterpart. */
record ChoiceRule(SchemaComparison comparison) implements Rule {

  private static final String KEYWORD = "alternatives";

  @Override
  public Stream<Change> changes(String path, Schema before, Schema after) {
    Alternatives old = Alternatives.of(before);
    Alternatives recent = Alternatives.of(after);
    List<Schema> gone = new ArrayList<>(old.schemas());
    List<Schema> come = new ArrayList<>(recent.schemas());
    boolean several = isSeveral(gone) || isSeveral(come);
    takePairs(gone, come, Schema::saysTheSameAs);
    List<Pair> changed = takePairs(gone, come, (one, other) -> name(one).equals(name(other)));
    if (gone.size() == 1 && come.size() == 1) {
      changed.addAll(takePairs(gone, come, (one, other) -> true));
    }
    return Stream.of(
            changed.stream()
                .flatMap(pair -> comparison.changes(
                    several ? "%s{%s}".formatted(path, name(pair.after)) : path,
                    pair.before,
                    pair.after)),
            come.stream().flatMap(schema -> added(path, schema, old)),
            gone.stream().flatMap(schema -> removed(path, schema, recent)),
            exclusiveness(path, old, recent))
        .flatMap(each -> each);
  }

  /** Whether there is more to choose than something or null. */
  private static boolean isSeveral(List<Schema> alternatives) {
    return alternatives.stream().filter(each -> !name(each).equals("null")).count() > 1;
  }

  /** Takes those out of both lists that are counterparts. */
  private static List<Pair> takePairs(
      List<Schema> gone, List<Schema> come, BiPredicate<Schema, Schema> counterparts) {
    List<Pair> pairs = new ArrayList<>();
    for (Iterator<Schema> old = gone.iterator(); old.hasNext(); ) {
      Schema before = old.next();
      Optional<Schema> after =
          come.stream().filter(each -> counterparts.test(before, each)).findFirst();
      after.ifPresent(found -> {
        pairs.add(new Pair(before, found));
        come.remove(found);
        old.remove();
      });
    }
    return pairs;
  }

  private Stream<Change> added(String path, Schema schema, Alternatives old) {
    Verdict read = comparison.readsAny(schema, old.schemas());
    return change(path, "+ " + name(schema), new Verdicts(Verdict.COMPATIBLE, read));
  }

  private Stream<Change> removed(String path, Schema schema, Alternatives recent) {
    Verdict read = comparison.readsAny(schema, recent.schemas());
    return change(path, "- " + name(schema), new Verdicts(read, Verdict.COMPATIBLE));
  }

  private static Stream<Change> change(String path, String detail, Verdicts verdicts) {
    return verdicts.compatible()
        ? Stream.empty()
        : Stream.of(Change.ofKeyword(path, KEYWORD, detail, verdicts));
  }

  /** A reader of {@code oneOf} refuses what two alternatives admit. */
  private static Stream<Change> exclusiveness(String path, Alternatives old, Alternatives recent) {
    Verdicts verdicts = Verdicts.of(
        old,
        recent,
        (writer, reader) ->
            reader.exclusive() && !reader.disjoint() ? Verdict.UNDECIDED : Verdict.COMPATIBLE);
    return verdicts.compatible()
        ? Stream.empty()
        : Stream.of(Change.of(
            path, ChangeKind.UNDECIDABLE, "a value may be of two alternatives of oneOf", verdicts));
  }

  /** By which people, and counterparts, know an alternative: its constant fields, else its type. */
  private static String name(Schema alternative) {
    String constants = alternative.schemas("properties").entrySet().stream()
        .flatMap(field -> field.getValue().value("const").stream()
            .map(constant -> field.getKey() + "=" + text(constant)))
        .collect(Collectors.joining(","));
    return constants.isEmpty() ? new TypeRule().text(alternative) : constants;
  }

  private static String text(JsonNode constant) {
    return constant.isString() ? constant.stringValue() : constant.toString();
  }

  private record Pair(Schema before, Schema after) {}
}
