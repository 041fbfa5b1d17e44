package dev.eventmanager.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's page goes. */
public final class Page {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the page is written, as Markdown; it is printed in any case.")
  private @Nullable Path out;

  public void write(String text) throws IOException {
    System.out.print(text);
    if (out != null) {
      Files.writeString(out, text);
    }
  }
}
