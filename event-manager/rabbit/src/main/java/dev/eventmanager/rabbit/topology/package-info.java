/**
 * Exchanges, queues and bindings, declared on the broker. {@link
 * dev.eventmanager.rabbit.topology.TopologyDeclarer} is the door; {@link
 * dev.eventmanager.rabbit.topology.TopologyComparison} says how far the broker is from it.
 */
@NullMarked
package dev.eventmanager.rabbit.topology;

import org.jspecify.annotations.NullMarked;
