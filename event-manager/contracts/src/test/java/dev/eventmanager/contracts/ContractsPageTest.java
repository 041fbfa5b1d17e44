package dev.eventmanager.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The snippet in {@code docs/contracts.md} is the shop's test, to the letter. */
class ContractsPageTest {

  private static final Path PAGE = Path.of("../../docs/contracts.md");
  private static final Path TEST =
      Path.of("../shop-events/src/test/java/dev/eventmanager/shop/ShopContractsTest.java");

  @Test
  void showsTheTestThatTheShopRuns() throws IOException {
    String shown = between(Files.readString(PAGE), "<!-- snippet: contracts -->\n```java\n", "```");
    String tested = between(Files.readString(TEST), "// snippet: contracts\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
