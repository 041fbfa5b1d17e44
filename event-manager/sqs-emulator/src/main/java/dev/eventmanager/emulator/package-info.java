/**
 * An SQS within this JVM, and what stands before it to do what networks and AWS do at times. {@link
 * dev.eventmanager.emulator.EmbeddedSqs} is the door.
 */
@NullMarked
package dev.eventmanager.emulator;

import org.jspecify.annotations.NullMarked;
