/**
 * Single steps of an event's way, by JMH with its allocation profiler. {@link
 * dev.eventmanager.benchmarks.micro.MicroBenchmarks} is the command; the benchmarks are public too,
 * for the classes that JMH generates.
 */
@NullMarked
package dev.eventmanager.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
