package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents' snippets are code that is compiled and tested, to the letter. */
class SnippetsTest {

  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @CsvSource({
    "README.md, declare, src/test/java/dev/eventmanager/quickstart/ParcelEvents.java",
    "README.md, publish, src/test/java/dev/eventmanager/quickstart/Depot.java",
    "README.md, subscribe, src/test/java/dev/eventmanager/quickstart/Invoices.java",
    "README.md, later, src/test/java/dev/eventmanager/quickstart/Returns.java",
    "README.md, test, src/test/java/dev/eventmanager/quickstart/QuickStartIT.java",
    "README.md, version, ../shop-events/src/main/java/dev/eventmanager/shop/order/OrderEvents.java",
    "docs/sqs.md, subscribe, src/test/java/dev/eventmanager/mirrored/Billing.java",
    "docs/versions.md, before, src/test/java/dev/eventmanager/versions/ReleaseTwo.java",
    "docs/versions.md, order v3, src/test/java/dev/eventmanager/versions/OrderV3.java",
    "docs/versions.md, after, src/test/java/dev/eventmanager/versions/ReleaseThree.java",
    "docs/versions.md, old subscriber, src/test/java/dev/eventmanager/versions/OldBilling.java",
    "docs/versions.md, new subscriber, src/test/java/dev/eventmanager/versions/NewBilling.java",
    "docs/versions.md, step 1, src/test/java/dev/eventmanager/versions/VersionsInPracticeIT.java",
    "docs/versions.md, step 2, src/test/java/dev/eventmanager/versions/VersionsInPracticeIT.java",
    "docs/versions.md, step 3, src/test/java/dev/eventmanager/versions/VersionsInPracticeIT.java",
    "docs/versions.md, step 4, src/test/java/dev/eventmanager/versions/VersionsInPracticeIT.java"
  })
  void showTheCodeThatIsTested(Path document, String snippet, Path file) throws IOException {
    String shown = between(
        Files.readString(ROOT.resolve(document)),
        "<!-- snippet: " + snippet + " -->\n```java\n",
        "```");
    String tested = between(Files.readString(file), "// snippet: " + snippet + "\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
