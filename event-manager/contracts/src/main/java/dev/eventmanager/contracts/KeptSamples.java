package dev.eventmanager.contracts;

import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.ContractPath;
import dev.eventmanager.contracts.sample.SampleMaker;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.routing.RoutingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The samples in the files, as people keep them; where there is none, one is made. */
final class KeptSamples {

  private final Path resources;
  private final ContractJson json = new ContractJson();
  private final SampleMaker maker = new SampleMaker();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final Map<RoutingKey, String> broken = new HashMap<>();

  KeptSamples(Path resources) {
    this.resources = resources;
  }

  JsonNode of(RoutingKey key, EventSchema schema) {
    JsonNode made = maker.sample(schema);
    String text = Files.exists(file(key)) ? ContractJson.text(file(key)) : json.write(made);
    files.put(ContractPath.sample(key), text);
    try {
      return json.parse(file(key).toString(), text);
    } catch (BrokenContractException unreadable) {
      broken.put(key, unreadable.getMessage());
      return made;
    }
  }

  Path file(RoutingKey key) {
    return resources.resolve(ContractPath.sample(key));
  }

  /** The text of every sample that was asked for, by the name of its file. */
  SortedMap<String, String> files() {
    return files;
  }

  boolean isBroken(RoutingKey key) {
    return broken.containsKey(key);
  }

  /** What is wrong with files that hold no JSON. */
  Collection<String> broken() {
    return broken.values();
  }
}
