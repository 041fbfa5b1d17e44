/**
 * One round: a database, a crew, a load, faults, and the reading when all is at rest. {@link
 * dev.eventmanager.killmatrix.round.Round} is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.round;

import org.jspecify.annotations.NullMarked;
