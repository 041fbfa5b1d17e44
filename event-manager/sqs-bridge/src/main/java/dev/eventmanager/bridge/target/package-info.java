/**
 * Where messages are mirrored to, and what its answers mean for each of them. {@link
 * dev.eventmanager.bridge.target.MirrorTarget} is the door, and {@link
 * dev.eventmanager.bridge.target.Targets} opens those that the settings name.
 */
@NullMarked
package dev.eventmanager.bridge.target;

import org.jspecify.annotations.NullMarked;
