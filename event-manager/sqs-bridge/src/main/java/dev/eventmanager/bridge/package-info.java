/**
 * The bridge as a process: settings, start and stop, health. {@link
 * dev.eventmanager.bridge.BridgeApplication} is the door; what it does lives in the packages below.
 */
@NullMarked
package dev.eventmanager.bridge;

import org.jspecify.annotations.NullMarked;
