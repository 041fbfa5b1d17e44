package dev.eventmanager.contracts;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.asyncapi.AsyncApiDocument;
import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.catalogue.VersionContract;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.ContractPath;
import dev.eventmanager.contracts.page.EventPages;
import dev.eventmanager.contracts.sample.SampleCheck;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.contracts.schema.NoSchemaException;
import dev.eventmanager.contracts.schema.PayloadSchemas;
import dev.eventmanager.contracts.service.ServiceContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the files have to hold, by the declared events and the samples that people keep. */
final class Generation {

  private final EventCodec codec;
  private final SampleCheck check;
  private final KeptSamples samples;
  private final List<String> withoutSchema = new ArrayList<>();
  private final ContractCatalogue contracts;
  private final ContractJson json = new ContractJson();

  Generation(
      EventCatalogue catalogue, KeptSamples samples, List<ServiceContract> services, String title) {
    this.codec = new EventCodec(catalogue);
    this.check = new SampleCheck(codec);
    this.samples = samples;
    this.contracts = new ContractCatalogue(title, versions(catalogue), services);
  }

  /** The payload types that no schema can be made of; where there are any, ask nothing else. */
  List<String> withoutSchema() {
    return withoutSchema;
  }

  /** The files in the resources, by their names. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>(samples.files());
    contracts
        .versions()
        .forEach(version -> files.put(
            ContractPath.schema(version.key()), json.write(version.schema().json())));
    files.put(ContractPath.ASYNC_API, json.write(new AsyncApiDocument(contracts).json()));
    return files;
  }

  /** The pages, by the names of their files. */
  SortedMap<String, String> pages() {
    return new EventPages(contracts).byFileName();
  }

  /** What is wrong with the samples. */
  List<String> problems() {
    Stream<String> untrue = contracts.versions().stream()
        .filter(version -> !samples.isBroken(version.key()))
        .flatMap(
            version -> check
                .problems(version.event(), version.version(), version.schema(), version.sample())
                .stream()
                .map(problem -> samples.file(version.key()) + "\n    " + problem));
    return Stream.concat(samples.broken().stream(), untrue).toList();
  }

  private List<VersionContract> versions(EventCatalogue catalogue) {
    PayloadSchemas schemas = new PayloadSchemas(codec);
    return catalogue.events().stream()
        .flatMap(
            event -> newestFirst(event).stream().flatMap(version -> of(event, version, schemas)))
        .toList();
  }

  private Stream<VersionContract> of(EventType<?> event, int version, PayloadSchemas schemas) {
    try {
      EventSchema schema = schemas.of(event, version);
      JsonNode sample = samples.of(event.routingKey(version), schema);
      return Stream.of(new VersionContract(
          event, version, schema, sample, check.orderingKey(event, version, sample)));
    } catch (NoSchemaException none) {
      withoutSchema.add(none.getMessage());
      return Stream.empty();
    }
  }

  private static List<Integer> newestFirst(EventType<?> event) {
    List<Integer> versions = new ArrayList<>(event.versions());
    Collections.reverse(versions);
    return versions;
  }
}
