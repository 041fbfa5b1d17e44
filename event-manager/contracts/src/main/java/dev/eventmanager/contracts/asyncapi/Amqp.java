package dev.eventmanager.contracts.asyncapi;

import tools.jackson.databind.node.ObjectNode;

/** What the document says of AMQP 0-9-1, in the form of AsyncAPI's bindings. */
final class Amqp {

  private static final String BINDING_VERSION = "0.3.0";

  private Amqp() {}

  /** The AMQP part of an object's bindings. */
  static ObjectNode bind(ObjectNode owner) {
    return owner.putObject("bindings").putObject("amqp").put("bindingVersion", BINDING_VERSION);
  }
}
