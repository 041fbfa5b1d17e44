/**
 * What there is to set of mirroring and of the whole bridge, and how wrong settings are told.
 * {@link dev.eventmanager.bridge.settings.BridgeProperties} is the door; every other feature has its
 * settings beside it.
 */
@NullMarked
package dev.eventmanager.bridge.settings;

import org.jspecify.annotations.NullMarked;
