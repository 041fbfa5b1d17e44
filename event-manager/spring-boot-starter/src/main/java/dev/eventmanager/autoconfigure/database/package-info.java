/**
 * What a service with a database has besides: outbox, inbox and parked events in it. {@link
 * dev.eventmanager.autoconfigure.database.DatabaseAutoConfiguration} wires them.
 */
@NullMarked
package dev.eventmanager.autoconfigure.database;

import org.jspecify.annotations.NullMarked;
