/**
 * What is done to the processes. {@link dev.eventmanager.killmatrix.fault.FaultKind} names each, and
 * {@link dev.eventmanager.killmatrix.fault.Faults} does it.
 */
@NullMarked
package dev.eventmanager.killmatrix.fault;

import org.jspecify.annotations.NullMarked;
