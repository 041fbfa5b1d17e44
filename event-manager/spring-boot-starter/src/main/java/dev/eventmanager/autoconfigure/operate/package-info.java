/**
 * Parked events over HTTP, for operators: what is parked and why, replay and discard. It is served
 * where a {@link dev.eventmanager.autoconfigure.access.GuardedOperations} says that it is guarded.
 */
@NullMarked
package dev.eventmanager.autoconfigure.operate;

import org.jspecify.annotations.NullMarked;
