/**
 * What runs inside a service's own process: {@link dev.eventmanager.local.child.Tethered} starts
 * the service and ends it with its parent. It goes into a jar of its own, so that nothing of the
 * launcher reaches a service's class path.
 */
@NullMarked
package dev.eventmanager.local.child;

import org.jspecify.annotations.NullMarked;
