/**
 * The bridge as a process: the routes of the mirror, joined, started and stopped, and their health.
 * {@link dev.eventmanager.bridge.BridgeApplication} is the door; what the routes are made of, and what
 * else a bridge does, lives in the packages below.
 */
@NullMarked
package dev.eventmanager.bridge;

import org.jspecify.annotations.NullMarked;
