package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class UsageTest {

  /** {@code ./run --help} prints the file, so that it needs no build and no Java. */
  @Test
  void theTextOfHelpIsThatOfTheFlagsThemselves() throws IOException {
    StringWriter usage = new StringWriter();
    new CommandLine(new LocalShop()).usage(new PrintWriter(usage), Ansi.OFF);

    assertThat(text("usage.txt")).isEqualTo(usage.toString());
  }

  private static String text(String resource) throws IOException {
    try (InputStream stream = LocalShop.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
