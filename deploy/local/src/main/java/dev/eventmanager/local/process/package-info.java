/**
 * Services as child processes, each a JVM of its own that may be killed. {@link
 * dev.eventmanager.local.process.Supervisor} is the door: it starts them together, waits until they
 * are healthy, restarts one that was killed, and stops them in order.
 */
@NullMarked
package dev.eventmanager.local.process;

import org.jspecify.annotations.NullMarked;
