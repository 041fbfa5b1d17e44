/**
 * One contestant on one course: what it publishes and handles, at which pace, and what came of it.
 * {@link dev.eventmanager.benchmarks.run.Run} runs a {@link
 * dev.eventmanager.benchmarks.run.Contestant} and fails unless every event arrived once and in order.
 */
@NullMarked
package dev.eventmanager.benchmarks.run;

import org.jspecify.annotations.NullMarked;
