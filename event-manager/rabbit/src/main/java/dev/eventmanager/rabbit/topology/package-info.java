/**
 * Exchanges, queues and bindings, declared on the broker. {@link
 * dev.eventmanager.rabbit.topology.TopologyDeclarer} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.topology;

import org.jspecify.annotations.NullMarked;
