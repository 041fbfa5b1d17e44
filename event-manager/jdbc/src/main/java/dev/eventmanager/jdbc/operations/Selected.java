package dev.eventmanager.jdbc.operations;

/**
 * An event as it stood when it was selected.
 *
 * @param head whether it was the first of its sequence
 */
record Selected(long parkedId, String sequenceId, boolean head, int attempts) {}
