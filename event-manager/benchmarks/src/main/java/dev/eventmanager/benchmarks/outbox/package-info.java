/**
 * Outbox and inbox on a database beside the same SQL without them: rates, delays, long backlogs and
 * memory.
 */
@NullMarked
package dev.eventmanager.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
