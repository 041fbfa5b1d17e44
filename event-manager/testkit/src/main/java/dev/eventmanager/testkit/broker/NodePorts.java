package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of a private RabbitMQ node: for clients, for other nodes, for the plugin. */
record NodePorts(int amqp, int distribution, int management) {

  /** Ports that are free now; all are held at once, so that no two are the same. */
  static NodePorts free() throws IOException {
    try (ServerSocket amqp = bind();
        ServerSocket distribution = bind();
        ServerSocket management = bind()) {
      return new NodePorts(
          amqp.getLocalPort(), distribution.getLocalPort(), management.getLocalPort());
    }
  }

  private static ServerSocket bind() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
