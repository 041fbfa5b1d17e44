/**
 * Looks after the routes of an SQS bridge. {@link dev.eventmanager.command.bridge.BridgeCommands} is
 * the door; the bridge does the work, for it alone has the way to both sides.
 */
@NullMarked
package dev.eventmanager.command.bridge;

import org.jspecify.annotations.NullMarked;
