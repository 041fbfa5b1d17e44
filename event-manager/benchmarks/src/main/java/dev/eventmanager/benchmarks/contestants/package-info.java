/**
 * The library and other ways to the same broker, each in the same job. {@link
 * dev.eventmanager.benchmarks.contestants.Entrant} names them and starts them.
 */
@NullMarked
package dev.eventmanager.benchmarks.contestants;

import org.jspecify.annotations.NullMarked;
