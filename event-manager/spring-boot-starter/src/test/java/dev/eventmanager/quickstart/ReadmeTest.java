package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's snippets are code that is compiled and tested, to the letter. */
class ReadmeTest {

  private static final Path README = Path.of("../../README.md");

  @ParameterizedTest
  @CsvSource({
    "declare, src/test/java/dev/eventmanager/quickstart/ParcelEvents.java",
    "publish, src/test/java/dev/eventmanager/quickstart/Depot.java",
    "subscribe, src/test/java/dev/eventmanager/quickstart/Invoices.java",
    "later, src/test/java/dev/eventmanager/quickstart/Returns.java",
    "test, src/test/java/dev/eventmanager/quickstart/QuickStartIT.java",
    "version, ../shop-events/src/main/java/dev/eventmanager/shop/order/OrderEvents.java"
  })
  void showsTheCodeThatIsTested(String snippet, Path file) throws IOException {
    String shown =
        between(Files.readString(README), "<!-- snippet: " + snippet + " -->\n```java\n", "```");
    String tested = between(Files.readString(file), "// snippet: " + snippet + "\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
