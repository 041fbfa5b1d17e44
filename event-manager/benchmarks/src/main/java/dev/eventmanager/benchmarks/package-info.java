/**
 * Measures the library beside the same work without it, in turns, and prints both. {@link
 * dev.eventmanager.benchmarks.Benchmarks} is the command line.
 */
@NullMarked
package dev.eventmanager.benchmarks;

import org.jspecify.annotations.NullMarked;
