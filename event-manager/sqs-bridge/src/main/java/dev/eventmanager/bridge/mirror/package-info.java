/**
 * Sends events to one SQS FIFO queue in batches, in strict order per message group and without
 * loss. {@link dev.eventmanager.bridge.mirror.SqsMirror} is the door.
 */
@NullMarked
package dev.eventmanager.bridge.mirror;

import org.jspecify.annotations.NullMarked;
