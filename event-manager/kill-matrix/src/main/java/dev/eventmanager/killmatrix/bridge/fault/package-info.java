/**
 * What is done to the bridge. {@link dev.eventmanager.killmatrix.bridge.fault.SoakFault} names what
 * befalls it at times, {@link dev.eventmanager.killmatrix.bridge.fault.Mishap} what befalls its
 * requests all the time.
 */
@NullMarked
package dev.eventmanager.killmatrix.bridge.fault;

import org.jspecify.annotations.NullMarked;
