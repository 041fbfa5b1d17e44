/**
 * Whether services of two releases can still read each other's events, and in which order to deploy
 * them. {@link dev.eventmanager.contracts.compatibility.Compatibility} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
