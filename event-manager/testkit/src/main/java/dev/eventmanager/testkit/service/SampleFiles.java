package dev.eventmanager.testkit.service;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.ContractPath;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.routing.RoutingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The contract files on the class path, from whichever jars they are in. Thread-safe. */
final class SampleFiles {

  private static final Pattern NAME =
      Pattern.compile("([^/]+)/([^/]+)\\.v([0-9]+)\\.schema\\.json$");
  private static final String UPDATE =
      "run the test of its module's contract files with -Devent-manager.contracts=update";

  private final ResourcePatternResolver classPath;
  private final EventCatalogue catalogue;
  private final Set<RoutingKey> keys;
  private final ContractJson json = new ContractJson();

  SampleFiles(ResourcePatternResolver classPath, EventCatalogue catalogue) {
    this.classPath = classPath;
    this.catalogue = catalogue;
    this.keys = keys(classPath);
  }

  /** Every version of every event that has a contract, whether it is declared or not. */
  Set<RoutingKey> keys() {
    return keys;
  }

  /**
   * The sample of a version.
   *
   * @param report says where it is wanted
   * @throws AssertionError if the version cannot be read here, or its files are missing or broken
   */
  Sample of(RoutingKey key, Report report) {
    EventType<?> type = catalogue
        .find(key)
        .filter(declared -> declared.payloadType(key.version()).isPresent())
        .orElseThrow(() -> report
            .at("contract", ContractPath.schema(key))
            .failure("%s has no handler: %s, or narrow the pattern".formatted(key, unread(key))));
    String schemaFile = ContractPath.schema(key);
    String sampleFile = ContractPath.sample(key);
    String sample = text(key, sampleFile, report);
    try {
      return new Sample(
          type,
          key.version(),
          EventSchema.parse(schemaFile, text(key, schemaFile, report)),
          sampleFile,
          json.parse(sampleFile, sample),
          sample.getBytes(StandardCharsets.UTF_8));
    } catch (BrokenContractException broken) {
      throw report.failure(String.valueOf(broken.getMessage()), broken);
    }
  }

  /** Why a version that has a contract cannot be read, and what to do. */
  private String unread(RoutingKey key) {
    return catalogue
        .find(key)
        .map(type -> "its declaration reads %s only; add .upcasting(%d, …) to it"
            .formatted(type.versionList(), key.version()))
        .orElse("no such event is declared; declare it");
  }

  private String text(RoutingKey key, String file, Report report) {
    Resource resource = classPath.getResource("classpath:" + file);
    if (!resource.exists()) {
      throw report
          .at("missing", file)
          .failure(
              "%s is declared and has no contract on the class path; %s".formatted(key, UPDATE));
    }
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("contract file %s cannot be read".formatted(file), unreadable);
    }
  }

  private static Set<RoutingKey> keys(ResourcePatternResolver classPath) {
    try {
      return Arrays.stream(
              classPath.getResources("classpath*:" + ContractPath.FOLDER + "*/*.schema.json"))
          .flatMap(file -> key(file).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the class path cannot be searched", unreadable);
    }
  }

  private static Optional<RoutingKey> key(Resource file) {
    try {
      Matcher name = NAME.matcher(file.getURL().getPath());
      return name.find()
          ? RoutingKey.parse("%s.v%s.%s".formatted(name.group(1), name.group(3), name.group(2)))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a contract file has no address", unreadable);
    }
  }
}
