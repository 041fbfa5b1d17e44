/**
 * Watches the events that pass and waits for what a test expects, never for time to go by. {@link
 * dev.eventmanager.testkit.probe.EventProbe} is the door.
 */
@NullMarked
package dev.eventmanager.testkit.probe;

import org.jspecify.annotations.NullMarked;
