package dev.eventmanager.local.process;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class archive serves only as long as no jar beside it has another time. */
class ExtractedJarTest {

  private static final FileTime LATER = FileTime.from(Instant.parse("2030-01-01T00:00:00Z"));

  @TempDir
  private Path temporary;

  private Path executable;
  private Path tether;
  private Path java;

  @BeforeEach
  void build() throws IOException {
    executable = jar("service.jar", "Service");
    tether = jar("tether.jar", "Tether");
    java = Files.writeString(
        temporary.resolve("java"),
        "#!/bin/sh\nmkdir -p \"$6\" && cp \"$3\" \"$6\"\n"); // in the place of the tools in the jar
    Files.setPosixFilePermissions(java, fromString("rwx------"));
  }

  @Test
  void laysTheTetherBesideTheApplication() {
    ExtractedJar extracted = extract();

    assertThat(extracted.mainClass()).isEqualTo("Service");
    assertThat(extracted.tether()).exists().hasParent(extracted.jar().getParent());
  }

  @Test
  void keepsTheArchiveWhenABuildMakesTheSameJarsAgain() throws IOException {
    ExtractedJar extracted = extract();
    Path archive = Files.writeString(extracted.jar().resolveSibling("classes.jsa"), "archive");
    FileTime before = Files.getLastModifiedTime(extracted.tether());

    Files.setLastModifiedTime(executable, LATER);
    Files.setLastModifiedTime(tether, LATER);
    extract();

    assertThat(archive).exists();
    assertThat(Files.getLastModifiedTime(extracted.tether())).isEqualTo(before);
  }

  @Test
  void dropsTheArchiveWhenOneOfTheJarsIsAnother() throws IOException {
    ExtractedJar extracted = extract();
    Path archive = Files.writeString(extracted.jar().resolveSibling("classes.jsa"), "archive");

    tether = jar("tether.jar", "OtherTether");
    extract();

    assertThat(archive).doesNotExist();
    assertThat(extracted.tether()).hasSameBinaryContentAs(tether);
  }

  private ExtractedJar extract() {
    return ExtractedJar.of(executable, tether, temporary.resolve("extracted"), java);
  }

  private Path jar(String name, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    Path jar = temporary.resolve(name);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
