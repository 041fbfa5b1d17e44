package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's snippets are the code of this package, to the letter. */
class ReadmeTest {

  private static final Path README = Path.of("../../README.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/eventmanager/quickstart");

  @ParameterizedTest
  @CsvSource({"declare, ParcelEvents.java", "publish, Depot.java", "subscribe, Invoices.java"})
  void showsTheCodeThatIsTested(String snippet, String file) throws IOException {
    String shown =
        between(Files.readString(README), "<!-- snippet: " + snippet + " -->\n```java\n", "```");
    String tested =
        between(Files.readString(SOURCES.resolve(file)), "// snippet: " + snippet + "\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
