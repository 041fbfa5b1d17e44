package dev.eventmanager.contracts.compatibility.change;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the comparison to the table that people wrote. */
class SchemaChangesTest {

  private static final Pattern ROW =
      Pattern.compile("\\| (.+?) \\| `(.+?)` \\| `(.+?)` \\| (\\S+) \\| (\\S+) \\| (.+?) \\|");

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isJudgedAsByHand(Row row) {
    List<Change> changes = row.compared();

    assertThat(List.of(
            answer(changes, Verdicts::newReaders),
            answer(changes, Verdicts::oldReaders),
            reported(changes)))
        .isEqualTo(List.of(row.newReaders, row.oldReaders, row.reported));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isJudgedTheOtherWayRoundWhenTakenBack(Row row) {
    List<Change> changes = row.takenBack();

    assertThat(answer(changes, Verdicts::newReaders)).isEqualTo(row.oldReaders);
    assertThat(answer(changes, Verdicts::oldReaders)).isEqualTo(row.newReaders);
  }

  @Test
  void knowsManyChanges() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(100);
  }

  static List<Row> rows() throws IOException {
    try (InputStream table = SchemaChangesTest.class.getResourceAsStream("schema-changes.md")) {
      return ROW.matcher(new String(table.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(Row::of)
          .toList();
    }
  }

  private static String answer(List<Change> changes, Function<Verdicts, Verdict> side) {
    Verdict verdict =
        changes.stream().map(Change::verdicts).map(side).reduce(Verdict.COMPATIBLE, Verdict::and);
    return verdict == Verdict.UNDECIDED ? "?" : verdict.toString();
  }

  private static String reported(List<Change> changes) {
    return changes.isEmpty()
        ? "–"
        : changes.stream()
            .map(change -> "`%s %s`".formatted(change.path(), change.word()))
            .sorted()
            .collect(joining(" "));
  }

  record Row(
      String name,
      String before,
      String after,
      String newReaders,
      String oldReaders,
      String reported) {

    static Row of(MatchResult cells) {
      String reported =
          Pattern.compile(" (?=`)").splitAsStream(cells.group(6)).sorted().collect(joining(" "));
      return new Row(
          cells.group(1), cells.group(2), cells.group(3), cells.group(4), cells.group(5), reported);
    }

    List<Change> compared() {
      return SchemaComparison.between(
          SchemaDocument.parse("before", before), SchemaDocument.parse("after", after));
    }

    List<Change> takenBack() {
      return SchemaComparison.between(
          SchemaDocument.parse("after", after), SchemaDocument.parse("before", before));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
