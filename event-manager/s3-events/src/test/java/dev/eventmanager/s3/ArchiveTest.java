package dev.eventmanager.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.OnEvent;
import dev.eventmanager.routing.BindingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The handler that {@code docs/s3-notifications.md} shows, to the letter. */
class ArchiveTest {

  private static final Path PAGE = Path.of("../../docs/s3-notifications.md");
  private static final Path TESTED = Path.of("src/test/java/dev/eventmanager/s3/Archive.java");

  @Test
  void isWhatTheDocumentShows() throws IOException {
    var shown = between(Files.readString(PAGE), "<!-- snippet: archive -->\n```java\n", "```");
    var tested = between(Files.readString(TESTED), "// snippet: archive\n", "// end");

    assertThat(shown).isEqualTo(tested.stripIndent().stripTrailing() + "\n");
  }

  @Test
  void handlesWhatWasCreatedAndNothingElse() throws Exception {
    var shelf = new Archive.Shelf();
    new Archive(shelf)
        .archived(ObjectChange.builder()
            .bucket("invoices")
            .key("2026/a.pdf")
            .event("ObjectCreated:Put")
            .time(Instant.parse("2026-11-21T12:00:00Z"))
            .build());

    assertThat(shelf.objects()).containsExactly("invoices/2026/a.pdf");
    var pattern = BindingKey.of(Archive.class
        .getDeclaredMethod("archived", ObjectChange.class)
        .getAnnotation(OnEvent.class)
        .pattern());
    assertThat(new S3Events().events())
        .filteredOn(type -> pattern.matches(type.routingKey()))
        .containsExactly(S3Events.CREATED);
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    var from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
