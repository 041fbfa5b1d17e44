package dev.eventmanager.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snippets in {@code docs/contracts.md} are tests that run, to the letter. */
class ContractsPageTest {

  private static final Path PAGE = Path.of("../../docs/contracts.md");

  @ParameterizedTest
  @CsvSource({
    "contracts, ../shop-events/src/test/java/dev/eventmanager/shop/ShopContractsTest.java",
    "service, ../../billing-service/src/test/java/dev/eventmanager/billing/BillingContractIT.java",
    "stage, ../spring-boot-starter/src/test/java/dev/eventmanager/library/LibraryContractIT.java"
  })
  void showsTestsThatRun(String snippet, Path test) throws IOException {
    String shown =
        between(Files.readString(PAGE), "<!-- snippet: " + snippet + " -->\n```java\n", "```");
    String tested = between(Files.readString(test), "// snippet: " + snippet + "\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
