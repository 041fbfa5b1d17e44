/**
 * What the service declares on the broker, against what stands there, and what reaches which queue.
 * {@link dev.eventmanager.autoconfigure.topology.ServiceRouting} is the door.
 */
@NullMarked
package dev.eventmanager.autoconfigure.topology;

import org.jspecify.annotations.NullMarked;
