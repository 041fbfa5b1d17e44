/**
 * Events set aside in the service's database, each key's in their order. {@link
 * dev.eventmanager.jdbc.parking.JdbcParkedEvents} is the door.
 */
@NullMarked
package dev.eventmanager.jdbc.parking;

import org.jspecify.annotations.NullMarked;
