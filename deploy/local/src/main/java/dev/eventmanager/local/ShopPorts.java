package dev.eventmanager.local;

import dev.eventmanager.testkit.broker.FreePorts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The port of each part; those of broker and SQS are used only where they are embedded. A service has
 * a second one for its management; the bridge, which has no customers, does not.
 */
public record ShopPorts(int order, int billing, int logistic, int bridge, int broker, int sqs) {

  static final int HIGHEST = 65_535;

  private static final int MANAGEMENT_ABOVE = 1000;

  /** Above it is no room for the port of the management. */
  static final int HIGHEST_OF_A_SERVICE = HIGHEST - MANAGEMENT_ABOVE;

  /** Ports that are free at this moment, for a shop beside others. */
  public static ShopPorts free() {
    try (FreePorts ports = new FreePorts()) {
      return new ShopPorts(
          takeWithManagement(ports),
          takeWithManagement(ports),
          takeWithManagement(ports),
          takeWithManagement(ports),
          ports.take(),
          ports.take());
    }
  }

  private static int takeWithManagement(FreePorts ports) {
    int port = ports.take();
    while (!ports.take(management(port))) {
      port = ports.take();
    }
    return port;
  }

  /** The management port of the service on this port. */
  static int management(int port) {
    return port + MANAGEMENT_ABOVE;
  }

  /** The ports by the flags that set them. */
  Map<String, Integer> byFlag(boolean embeddedBroker, boolean embeddedSqs) {
    Map<String, Integer> flags = new LinkedHashMap<>();
    putBoth(flags, "--order-port", order);
    putBoth(flags, "--billing-port", billing);
    putBoth(flags, "--logistic-port", logistic);
    putBoth(flags, "--bridge-port", bridge);
    if (embeddedBroker) {
      flags.put("--broker-port", broker);
    }
    if (embeddedSqs) {
      flags.put("--sqs-port", sqs);
    }
    return flags;
  }

  private static void putBoth(Map<String, Integer> flags, String flag, int port) {
    flags.put(flag, port);
    flags.put(flag + " (management is 1000 above)", management(port));
  }
}
