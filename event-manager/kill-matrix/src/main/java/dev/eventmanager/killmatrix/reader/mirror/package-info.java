/**
 * Reads what a bridge mirrored to an SQS FIFO queue, with a plain AWS client and nothing of the
 * library. {@link dev.eventmanager.killmatrix.reader.mirror.MirrorReader} is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.reader.mirror;

import org.jspecify.annotations.NullMarked;
