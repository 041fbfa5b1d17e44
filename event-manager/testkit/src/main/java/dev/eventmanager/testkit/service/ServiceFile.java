package dev.eventmanager.testkit.service;

import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The file in which a service says what it publishes and binds, beside what it really does. */
final class ServiceFile {

  private final Path file;
  private final ServiceContract live;
  private final String updateCommand;

  ServiceFile(Path resources, ServiceContract live, String updateCommand) {
    this.file = resources.resolve(ServiceContract.fileName(live.service()));
    this.live = live;
    this.updateCommand = updateCommand;
  }

  /** Writes the file anew. */
  void update() {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, live.toJson());
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be written".formatted(file), failure);
    }
  }

  /**
   * Compares.
   *
   * @throws AssertionError saying what differs, and the command that updates
   */
  void check() {
    Report.empty()
        .at("file", file)
        .at("update", updateCommand)
        .failOn(live.service() + " publishes or binds otherwise than its file says:", findings());
  }

  private List<String> findings() {
    if (!Files.exists(file)) {
      return List.of("it is missing");
    }
    String text = ContractJson.text(file);
    ServiceContract written = ServiceContract.parse(file.toString(), text);
    List<String> findings = new ArrayList<>();
    compare(findings, "$.publishes", Set.copyOf(written.publishes()), Set.copyOf(live.publishes()));
    compare(findings, "$.queues", bindings(written), bindings(live));
    if (findings.isEmpty() && !text.equals(live.toJson())) {
      findings.add("it is not written as the update writes it");
    }
    return findings;
  }

  private static void compare(
      List<String> findings, String path, Set<String> written, Set<String> real) {
    without(written, real)
        .forEach(each ->
            findings.add("%s: the file has %s, the service does not".formatted(path, each)));
    without(real, written)
        .forEach(each ->
            findings.add("%s: the service has %s, the file does not".formatted(path, each)));
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> bindings(ServiceContract contract) {
    return contract.queues().stream()
        .flatMap(queue -> bindings(queue).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> bindings(QueueContract queue) {
    return queue.patterns().stream()
        .map(pattern -> "pattern \"%s\" on queue \"%s\"".formatted(pattern, queue.queue()))
        .toList();
  }
}
