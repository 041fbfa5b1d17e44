/**
 * What several benchmarks measure with: the machine they have, moments of arrival, and figures with
 * their median.
 */
@NullMarked
package dev.eventmanager.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
