package dev.eventmanager.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCommandTest {

  @TempDir
  private Path build;

  @Test
  void runsOneModuleOfABuildOfMany() throws IOException {
    Path module = Files.createDirectory(build.resolve("billing-service"));
    Files.createFile(build.resolve("pom.xml"));
    Files.createFile(build.resolve("mvnw"));
    Files.createFile(module.resolve("pom.xml"));

    assertThat(UpdateCommand.of(getClass(), module))
        .isEqualTo("./mvnw test -pl billing-service -am -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dtest=UpdateCommandTest -Devent-manager.contracts=update");
  }

  @Test
  void runsABuildOfOneModule() throws IOException {
    Files.createFile(build.resolve("pom.xml"));

    assertThat(UpdateCommand.of(getClass(), build))
        .isEqualTo("mvn test -Dtest=UpdateCommandTest -Devent-manager.contracts=update");
  }

  @Test
  void namesTheTestWhereNoMavenIs() {
    assertThat(UpdateCommand.of(getClass(), build))
        .isEqualTo("run " + getClass().getName() + " with -Devent-manager.contracts=update");
  }
}
