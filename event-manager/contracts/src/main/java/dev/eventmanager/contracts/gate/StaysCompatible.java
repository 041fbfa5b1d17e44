package dev.eventmanager.contracts.gate;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.eventmanager.contracts.compatibility.CompatibilityReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The check of a shared module that its contracts are compatible with an earlier release: {@code
 * class ContractsTest implements StaysCompatible {}}.
 *
 * <p>The release is the system property {@value #AGAINST}: a git ref, or a folder that has the
 * {@code META-INF/event-manager} of that release. Without it nothing is compared, and the test is
 * reported as skipped.
 */
public interface StaysCompatible {

  /** The system property that names the release. */
  String AGAINST = "event-manager.contracts.against";

  /**
   * The folders with the contracts, and with those of the services whose subscriptions are to be
   * named, from the module's folder.
   */
  default List<Path> resources() {
    return List.of(Path.of("src/main/resources"));
  }

  @Test
  default void contractsStayCompatible(TestReporter reporter) {
    String against = System.getProperty(AGAINST, "");
    assumeTrue(
        !against.isEmpty(),
        "contracts are compared with no release; name one: -D%s=<git ref or folder>"
            .formatted(AGAINST));
    CompatibilityReport report = new EarlierRelease(against).comparedWith(resources());
    reporter.publishEntry("compared with " + against, report.toString());
    if (!report.passes()) {
      fail(report.toString());
    }
  }
}
