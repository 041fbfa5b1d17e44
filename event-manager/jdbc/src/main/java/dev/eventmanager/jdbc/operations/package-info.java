/**
 * What operators do to parked events: replay and discard, previewed, confirmed and recorded. {@link
 * dev.eventmanager.jdbc.operations.ParkedOperations} is the door.
 */
@NullMarked
package dev.eventmanager.jdbc.operations;

import org.jspecify.annotations.NullMarked;
