/**
 * Connections to the broker, one for publishing and one for consuming. {@link
 * dev.eventmanager.rabbit.connection.BrokerConnections} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.connection;

import org.jspecify.annotations.NullMarked;
