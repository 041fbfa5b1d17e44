/**
 * Parked events of services without a database. {@link
 * dev.eventmanager.rabbit.parking.RabbitParkedEvents} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.parking;

import org.jspecify.annotations.NullMarked;
