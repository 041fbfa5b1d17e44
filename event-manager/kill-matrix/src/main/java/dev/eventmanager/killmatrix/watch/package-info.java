/**
 * How far a run is. {@link dev.eventmanager.killmatrix.watch.Watch} looks, says it and waits on it.
 */
@NullMarked
package dev.eventmanager.killmatrix.watch;

import org.jspecify.annotations.NullMarked;
