package dev.eventmanager.contracts.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.contracts.compatibility.Release;
import dev.eventmanager.contracts.git.Repository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompatibilityCommandTest {

  private static final String INTEGER_PRICE = Release.ORDER.replace("number", "integer");

  @TempDir
  private Path folder;

  private Release release;

  @BeforeEach
  void release() {
    release = Release.of(folder.resolve("resources"));
  }

  @Test
  void endsWithZeroWhereAllPasses() {
    Release earlier = Release.of(folder.resolve("earlier"));

    Ran ran = compared(earlier.resources().toString());

    assertThat(ran.exitStatus).isZero();
    assertThat(ran.out)
        .isEqualToIgnoringNewLines("Nothing changed that a reader or a writer would notice.");
  }

  @Test
  void endsWithOneWhereSomethingBreaksSinceAGitRef() {
    Repository.in(folder).release("v1");
    release.schema("order/submit.v2", INTEGER_PRICE);

    Ran ran = compared("v1");

    assertThat(ran.exitStatus).isEqualTo(1);
    assertThat(ran.out).contains("order.v2.submit: BREAKS", "$.price type-narrowed");
  }

  @Test
  void endsWithTwoWhereThereIsNoSuchRelease() {
    Repository.in(folder).release("v1");

    assertThat(compared("v2")).isEqualTo(new Ran(2, "", compared("v2").err));
    assertThat(compared("v2").err).startsWith("compatibility: there is no git ref \"v2\"");
  }

  @Test
  void endsWithTwoWhereTheReleaseHadNoContracts() {
    Repository.in(folder).release("v1");

    Ran ran = run("--against", "v1", folder.toString());

    assertThat(ran.exitStatus).isEqualTo(2);
    assertThat(ran.err).contains("there are no contracts/");
  }

  @Test
  void endsWithTwoWhereAFileIsBroken() {
    Repository.in(folder).release("v1");
    release.schema("order/submit.v2", "{");

    Ran ran = compared("v1");

    assertThat(ran.exitStatus).isEqualTo(2);
    assertThat(ran.err).contains("contracts/order/submit.v2.schema.json").doesNotContain("\tat ");
  }

  @Test
  void endsWithTwoWhereNoReleaseIsNamed() {
    Ran ran = run(folder.toString());

    assertThat(ran.exitStatus).isEqualTo(2);
    assertThat(ran.err).contains("--against", "--help");
  }

  private Ran compared(String against) {
    return run("--against", against, release.resources().toString());
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = CompatibilityCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
    return new Ran(command.execute(arguments), out.toString(), err.toString());
  }

  private record Ran(int exitStatus, String out, String err) {}
}
