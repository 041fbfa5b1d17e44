package dev.eventmanager.contracts.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contracts of a release as they lie in a folder, to be written and changed. */
public record Release(Path resources) {

  public static final String ORDER = """
      {"type": "object",
       "properties": {"id": {"type": "integer"}, "price": {"type": "number"}},
       "required": ["id", "price"]}
      """;

  /** With an event that billing takes in every version. */
  public static Release of(Path resources) {
    return new Release(resources)
        .schema("order/submit.v2", ORDER)
        .service("billing-service", "billing_order", "order.*.submit");
  }

  public Release schema(String name, String schema) {
    return file("contracts/%s.schema.json".formatted(name), schema);
  }

  public Release service(String service, String queue, String pattern) {
    return file("services/%s.json".formatted(service), """
        {"service": "%s", "publishes": [], "queues": [{"queue": "%s", "patterns": ["%s"]}]}
        """.formatted(service, queue, pattern));
  }

  public Release exceptions(String text) {
    return file("contract-exceptions.json", text);
  }

  public Release file(String name, String text) {
    Path file = path(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  public Release without(String name) {
    try {
      Files.delete(path(name));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  private Path path(String name) {
    return resources.resolve("META-INF/event-manager").resolve(name);
  }

  ContractSet contracts() {
    return ContractSet.in(List.of(resources));
  }
}
