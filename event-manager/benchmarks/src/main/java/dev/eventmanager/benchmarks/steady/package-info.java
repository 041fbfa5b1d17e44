/**
 * Has a contestant run on for minutes, to see whether latencies and heap stay as they are. {@link
 * dev.eventmanager.benchmarks.steady.Steady} is the command.
 */
@NullMarked
package dev.eventmanager.benchmarks.steady;

import org.jspecify.annotations.NullMarked;
