package dev.eventmanager.autoconfigure.topology;

import dev.eventmanager.rabbit.management.ManagementAddress;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.net.URI;

/** The management plugin of a test's broker. */
public final class Management {

  private Management() {}

  /** The settings by which a service finds it. */
  public static String[] settings(VirtualHost host) {
    return new String[] {"event-manager.topology.management-url=" + address(host)};
  }

  static ManagementAddress of(VirtualHost host) {
    String[] user = plugin(host).getUserInfo().split(":", 2);
    return ManagementAddress.of(
        address(host), user[0], user[1], host.connectionFactory().getVirtualHost());
  }

  private static String address(VirtualHost host) {
    return "http://%s:%d".formatted(plugin(host).getHost(), plugin(host).getPort());
  }

  private static URI plugin(VirtualHost host) {
    return host.management()
        .orElseThrow(() -> new IllegalStateException(
            "give the management plugin as well: EVENT_MANAGER_TEST_BROKER_MANAGEMENT"));
  }
}
