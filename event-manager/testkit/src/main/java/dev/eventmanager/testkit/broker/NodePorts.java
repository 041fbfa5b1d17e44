package dev.eventmanager.testkit.broker;

/** The ports of a private RabbitMQ node: for clients, for other nodes, for the plugin. */
record NodePorts(int amqp, int distribution, int management) {

  /** Ports that are free now. */
  static NodePorts free() {
    try (FreePorts ports = new FreePorts()) {
      return new NodePorts(ports.take(), ports.take(), ports.take());
    }
  }
}
