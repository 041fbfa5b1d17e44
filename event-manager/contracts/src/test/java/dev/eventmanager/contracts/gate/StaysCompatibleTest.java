package dev.eventmanager.contracts.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.contracts.compatibility.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class StaysCompatibleTest {

  private final List<String> reported = new ArrayList<>();
  private final TestReporter reporter =
      (Map<String, String> entries) -> reported.addAll(entries.values());

  @TempDir
  private Path folder;

  private Release earlier;
  private Release release;

  @BeforeEach
  void compareWithAFolder() {
    earlier = Release.of(folder.resolve("earlier"));
    release = Release.of(folder.resolve("resources"));
    System.setProperty(StaysCompatible.AGAINST, earlier.resources().toString());
  }

  @AfterEach
  void compareWithNothing() {
    System.clearProperty(StaysCompatible.AGAINST);
  }

  @Test
  void isSkippedWhereNoReleaseIsNamed() {
    compareWithNothing();

    assertThatThrownBy(this::check)
        .hasMessageContaining("-Devent-manager.contracts.against=")
        .extracting(failure -> failure.getClass().getSimpleName())
        .isEqualTo("TestAbortedException");
  }

  @Test
  void passesAndReportsWhatChanged() {
    release.schema("order/submit.v3", Release.ORDER);

    assertThatCode(this::check).doesNotThrowAnyException();
    assertThat(reported).singleElement().asString().contains("order.v3.submit: passes");
  }

  @Test
  void failsWithTheReport() {
    release.schema("order/submit.v2", Release.ORDER.replace("number", "integer"));

    assertThatThrownBy(this::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("order.v2.submit: BREAKS");
  }

  private void check() {
    new ContractsOfOneModule(List.of(release.resources())).contractsStayCompatible(reporter);
  }
}
