/**
 * Proves what the bridge to SQS promises by breaking everything it depends on. {@link
 * dev.eventmanager.killmatrix.bridge.BridgeSoak} is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.bridge;

import org.jspecify.annotations.NullMarked;
