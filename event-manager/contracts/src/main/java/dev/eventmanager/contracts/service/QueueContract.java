package dev.eventmanager.contracts.service;

import dev.eventmanager.routing.BindingKey;
import java.util.List;

/**
 * A queue of a service and the binding keys by which it gets its events. Immutable.
 *
 * @param queue its name on the broker
 * @param patterns sorted, each once
 */
public record QueueContract(String queue, List<String> patterns) {

  public QueueContract {
    ServiceContract.require("queue", queue);
    ServiceContract.require("patterns", patterns);
    patterns = patterns.stream().sorted().distinct().toList();
    patterns.forEach(BindingKey::of);
  }

  /** The same patterns as binding keys. */
  public List<BindingKey> bindingKeys() {
    return patterns.stream().map(BindingKey::of).toList();
  }
}
