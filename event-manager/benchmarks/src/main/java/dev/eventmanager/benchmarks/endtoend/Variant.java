package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.run.Course;

/**
 * A course that differs from its base in one thing.
 *
 * @param aim how much of the base's rate it is to reach; empty if that is only measured
 */
record Variant(String name, Course course, Course base, String aim) {}
