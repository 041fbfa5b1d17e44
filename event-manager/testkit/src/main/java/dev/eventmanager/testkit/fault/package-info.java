/**
 * Faults on demand. {@link dev.eventmanager.testkit.fault.CuttableProxy} is the door: it stands
 * between a client and its broker and breaks the connection when a test says so.
 */
@NullMarked
package dev.eventmanager.testkit.fault;

import org.jspecify.annotations.NullMarked;
