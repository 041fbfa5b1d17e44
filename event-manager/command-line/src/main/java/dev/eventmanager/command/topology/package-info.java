/**
 * Compares what a service declares with its broker, and applies it. {@link
 * dev.eventmanager.command.topology.TopologyCommands} is the door.
 */
@NullMarked
package dev.eventmanager.command.topology;

import org.jspecify.annotations.NullMarked;
