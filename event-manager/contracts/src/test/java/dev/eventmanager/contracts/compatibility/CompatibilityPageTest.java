package dev.eventmanager.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.contracts.compatibility.change.ChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps {@code docs/compatibility.md} true. */
class CompatibilityPageTest {

  private static final String LINES = """
      {"type": "object", "properties": {"lines": {"type": "array", "items":
        {"type": "object", "properties": {"price": {"type": "number"}}, "required": ["price"]}}}}
      """;

  private final String page = Files.readString(Path.of("../../docs/compatibility.md"));

  @TempDir
  private Path folder;

  CompatibilityPageTest() throws IOException {}

  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  void namesEveryKindOfChange(ChangeKind kind) {
    assertThat(page).containsPattern("`([a-zA-Z]+-)?" + kind + "`");
  }

  @Test
  void showsWhatIsReported() {
    assertThat(compared(narrowed()).toString())
        .startsWith(block("\n```\n(order.v2.submit: .*?)```"));
  }

  @Test
  void showsAnExceptionThatLetsItPass() {
    Release reviewed = narrowed().exceptions(block("```json\n(.*?)```"));

    assertThat(compared(reviewed).passes()).isTrue();
  }

  private Release narrowed() {
    return Release.of(folder.resolve("after"))
        .schema("order/submit.v2", LINES.replace("number", "integer"));
  }

  private CompatibilityReport compared(Release after) {
    Release before = Release.of(folder.resolve("before")).schema("order/submit.v2", LINES);
    return Compatibility.between(before.contracts(), after.contracts());
  }

  private String block(String fenced) {
    Matcher block = Pattern.compile(fenced, Pattern.DOTALL).matcher(page);
    assertThat(block.find()).as("a block like %s", fenced).isTrue();
    return block.group(1);
  }
}
