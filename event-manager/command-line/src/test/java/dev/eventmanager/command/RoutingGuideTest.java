package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to routing shows what the program prints, to the letter. */
class RoutingGuideTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern RUN = Pattern.compile(
      "```console\\n\\$ event-manager/command-line/events (explain .*)\\n([^`]+)```");

  @ParameterizedTest
  @MethodSource("runs")
  void showsWhatIsPrinted(Run run) {
    Ran ran = Ran.events(Map.of(), new Person(), run.arguments());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualToNormalizingNewlines(run.output());
  }

  static Stream<Run> runs() throws IOException {
    return RUN.matcher(Files.readString(ROOT.resolve("docs/routing.md")))
        .results()
        .map(run -> new Run(run.group(1), run.group(2)));
  }

  /** A command of the guide, and what stands below it. */
  record Run(String command, String output) {

    /** From the root of the source tree. */
    String[] arguments() {
      return Stream.of(command.split(" "))
          .map(word -> word.endsWith("/resources") ? ROOT.resolve(word).toString() : word)
          .toArray(String[]::new);
    }
  }
}
