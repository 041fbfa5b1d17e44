package dev.eventmanager.testkit.service;

import dev.eventmanager.contracts.UpdateFlag;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command that runs a test again and has it write what it otherwise compares. */
final class UpdateCommand {

  private static final String POM = "pom.xml";

  private UpdateCommand() {}

  /**
   * The command, from the root of the build.
   *
   * @param module the folder of the module in which the test is, absolute
   */
  static String of(Class<?> test, Path module) {
    if (!Files.exists(module.resolve(POM))) {
      return "run %s with %s".formatted(test.getName(), UpdateFlag.TEXT);
    }
    Path root = root(module);
    String program = Files.exists(root.resolve("mvnw")) ? "./mvnw" : "mvn";
    String which = root.equals(module)
        ? ""
        : " -pl %s -am -Dsurefire.failIfNoSpecifiedTests=false".formatted(root.relativize(module));
    return "%s test%s -Dtest=%s %s"
        .formatted(program, which, test.getSimpleName(), UpdateFlag.TEXT);
  }

  private static Path root(Path module) {
    Path root = module;
    while (root.getParent() != null && Files.exists(root.getParent().resolve(POM))) {
      root = root.getParent();
    }
    return root;
  }
}
