package dev.eventmanager.bridge.ledger;

import dev.eventmanager.EventMetadata;
import java.util.List;

/**
 * What is written at once.
 *
 * @param receipts written first
 * @param withdrawn intents of events that the target certainly does not hold and that are not sent
 *     now; taken away next
 * @param intents written last
 */
public record Notes(List<Receipt> receipts, List<EventMetadata> withdrawn, List<Intent> intents) {

  /** Takes copies. */
  public Notes {
    receipts = List.copyOf(receipts);
    withdrawn = List.copyOf(withdrawn);
    intents = List.copyOf(intents);
  }
}
