/**
 * Compares what was published in a window with what the mirror holds of it, and names each event that
 * is missing, extra or out of order. {@link dev.eventmanager.bridge.verify.Verifications} is the
 * door.
 */
@NullMarked
package dev.eventmanager.bridge.verify;

import org.jspecify.annotations.NullMarked;
