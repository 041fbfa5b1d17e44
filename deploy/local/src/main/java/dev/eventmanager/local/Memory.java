package dev.eventmanager.local;

import dev.eventmanager.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shop's processes hold in memory, where the system tells (Linux): the sum of their
 * resident sets.
 */
final class Memory {

  private Memory() {}

  static String summary(Supervisor supervisor) {
    List<Long> pids = new ArrayList<>(supervisor.pids());
    pids.add(ProcessHandle.current().pid());
    long kibibytes = pids.stream().mapToLong(Memory::residentKibibytes).sum();
    return kibibytes == 0
        ? ""
        : "%d processes, %d MiB in all.".formatted(pids.size(), kibibytes / 1024);
  }

  private static long residentKibibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException notLinuxOrGone) {
      return 0;
    }
  }
}
