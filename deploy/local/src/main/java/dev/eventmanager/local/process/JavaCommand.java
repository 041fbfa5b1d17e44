package dev.eventmanager.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a service's JVM: small, quick to start, and tethered to the launcher. */
final class JavaCommand {

  /**
   * A terminal sends Ctrl-C to every process in its foreground; the order of stopping is the
   * launcher's to choose. A JVM that is started with the signal ignored leaves it so.
   */
  private static final List<String> LEAVING_CTRL_C_TO_THE_LAUNCHER =
      List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

  private static final List<String> SMALL_AND_QUICK = List.of(
      "-Xmx96m",
      "-Xss512k",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-XX:ReservedCodeCacheSize=48m",
      "-Xshare:auto",
      "-Xlog:disable", // a stale class archive is not worth a line among the service's JSON
      "-Xlog:all=error:stderr");

  private final Path java;

  /**
   * {@code java} is this JVM's own, so that the services run on the version that the shop was
   * started with.
   */
  JavaCommand() {
    this.java = Path.of(System.getProperty("java.home"), "bin", "java");
  }

  Path java() {
    return java;
  }

  List<String> of(ExtractedJar application) {
    List<String> command = new ArrayList<>(LEAVING_CTRL_C_TO_THE_LAUNCHER);
    command.add(java.toString());
    command.addAll(SMALL_AND_QUICK);
    command.add(sharedClasses(application));
    command.add("-cp");
    command.add(application.jar() + File.pathSeparator + application.tether());
    command.add("dev.eventmanager.local.child.Tethered");
    command.add(application.mainClass());
    return command;
  }

  /**
   * The first run of a build writes the archive of loaded classes when it ends; the later ones
   * start from it. It lies beside the extracted jar and goes with it: reproducible jars all bear
   * one time, which tells the JVM nothing.
   */
  private static String sharedClasses(ExtractedJar application) {
    Path archive = application.jar().resolveSibling("classes-" + Runtime.version() + ".jsa");
    return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
        + archive;
  }
}
