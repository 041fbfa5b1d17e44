package dev.eventmanager.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The port of each part; those of broker and SQS are used only where they are embedded. */
public record ShopPorts(int order, int billing, int logistic, int bridge, int broker, int sqs) {

  /** The ports by the flags that set them. */
  Map<String, Integer> byFlag(boolean embeddedBroker, boolean embeddedSqs) {
    Map<String, Integer> flags = new LinkedHashMap<>();
    flags.put("--order-port", order);
    flags.put("--billing-port", billing);
    flags.put("--logistic-port", logistic);
    flags.put("--bridge-port", bridge);
    if (embeddedBroker) {
      flags.put("--broker-port", broker);
    }
    if (embeddedSqs) {
      flags.put("--sqs-port", sqs);
    }
    return flags;
  }
}
