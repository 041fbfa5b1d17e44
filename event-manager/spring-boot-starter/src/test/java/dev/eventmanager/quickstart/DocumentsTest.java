package dev.eventmanager.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a document points at is there. */
class DocumentsTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

  @Test
  void pointOnlyAtWhatExists() throws IOException {
    List<Path> documents = documents();

    assertThat(documents).hasSizeGreaterThan(5);
    assertThat(documents.stream().flatMap(DocumentsTest::deadLinks)).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, below)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static Stream<String> deadLinks(Path document) {
    return LINK.matcher(read(document))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .filter(target -> Files.notExists(document.resolveSibling(target)))
        .map(target -> document + " points at " + target);
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
