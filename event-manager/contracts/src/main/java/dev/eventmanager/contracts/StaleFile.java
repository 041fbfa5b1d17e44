package dev.eventmanager.contracts;

import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.JsonDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A file that does not hold what it has to, and where. */
final class StaleFile {

  private static final int MOST = 5;

  private final Path file;
  private final String expected;
  private final ContractJson json = new ContractJson();

  StaleFile(Path file, String expected) {
    this.file = file;
    this.expected = expected;
  }

  /** By JSON path where that can be told, else by line. */
  List<String> differences() {
    String actual = ContractJson.text(file);
    List<String> all = file.toString().endsWith(".json") ? inJson(actual) : inLines(actual);
    if (all.size() <= MOST) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, MOST));
    first.add("and %d more".formatted(all.size() - MOST));
    return first;
  }

  private List<String> inJson(String actual) {
    try {
      List<String> differences =
          JsonDifference.between(json.parse(file.toString(), actual), json.parse("", expected))
              .stream()
              .map(each -> each.describe("the file", "the declaration"))
              .toList();
      return differences.isEmpty() ? inLines(actual) : differences;
    } catch (BrokenContractException broken) {
      return List.of(broken.getMessage());
    }
  }

  private List<String> inLines(String actual) {
    List<String> has = actual.lines().toList();
    List<String> needs = expected.lines().toList();
    List<String> differences = IntStream.range(0, Math.max(has.size(), needs.size()))
        .filter(line -> !line(has, line).equals(line(needs, line)))
        .mapToObj(line -> "line %d: the file has %s, it should be %s"
            .formatted(line + 1, line(has, line), line(needs, line)))
        .toList();
    return differences.isEmpty() ? List.of("differs in its line ends") : differences;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? "\"" + lines.get(index) + "\"" : "nothing";
  }
}
