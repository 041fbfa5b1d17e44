package dev.eventmanager.contracts.gate;

import dev.eventmanager.contracts.compatibility.Compatibility;
import dev.eventmanager.contracts.compatibility.CompatibilityReport;
import dev.eventmanager.contracts.compatibility.ContractSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What to compare with.
 *
 * @param name a folder that has its {@code META-INF/event-manager}; else a git ref
 */
record EarlierRelease(String name) {

  CompatibilityReport comparedWith(List<Path> resources) {
    ContractSet now = ContractSet.in(resources);
    ContractSet before = Files.isDirectory(Path.of(name))
        ? ContractSet.in(List.of(Path.of(name)))
        : ContractSet.at(name, resources);
    return Compatibility.between(before, now);
  }
}
