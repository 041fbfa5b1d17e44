/**
 * The mirror to SQS FIFO beside the AWS client alone, before an SQS of its own that knows each group's
 * order.
 */
@NullMarked
package dev.eventmanager.benchmarks.bridge;

import org.jspecify.annotations.NullMarked;
