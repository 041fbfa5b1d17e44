package dev.eventmanager.benchmarks.startup;

import java.util.Map;

/**
 * How a service started in one round.
 *
 * @param load the machine's load average before
 */
record Start(int round, Candidate candidate, double load, Map<Cost, Double> costs) {}
