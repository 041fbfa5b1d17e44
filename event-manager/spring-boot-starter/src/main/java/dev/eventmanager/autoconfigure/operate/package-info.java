/**
 * What operators do over HTTP: see what is parked and why, replay and discard it; see and apply the
 * topology, and have it explained. It is served where a {@link dev.eventmanager.autoconfigure.access.GuardedOperations} says that it is guarded.
 */
@NullMarked
package dev.eventmanager.autoconfigure.operate;

import org.jspecify.annotations.NullMarked;
