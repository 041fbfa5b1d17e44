package dev.eventmanager.fifodemo;

import java.time.Duration;
import java.util.Optional;

/**
 * What is played.
 *
 * @param messages of each publisher
 * @param delay of the queue, until a message can be received
 * @param visibility how long a message that was received is out of others' sight
 * @param handling how long it takes to handle a message, on average
 * @param crash after how many messages the first subscriber dies, with the last of them undeleted
 * @param deadLettersAfter how often a message is received before it is set aside; there is one in
 *     each group that nobody can handle then
 * @param repeat whether each message is sent twice
 * @param seed of the groups and the times of handling
 * @param limit after which it ends, whatever is still there
 */
record Settings(
    int publishers,
    int subscribers,
    int messages,
    int groups,
    Duration delay,
    Duration visibility,
    Duration handling,
    Optional<Integer> crash,
    Optional<Integer> deadLettersAfter,
    boolean repeat,
    long seed,
    Duration limit) {

  int copies() {
    return repeat ? 2 : 1;
  }
}
