/**
 * Who may see and replay parked events: the operations endpoint stands on the management port alone,
 * for users of its own. {@link dev.eventmanager.autoconfigure.access.OperationsRole} is what they may.
 */
@NullMarked
package dev.eventmanager.autoconfigure.access;

import org.jspecify.annotations.NullMarked;
