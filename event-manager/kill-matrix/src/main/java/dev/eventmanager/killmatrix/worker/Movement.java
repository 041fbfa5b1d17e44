package dev.eventmanager.killmatrix.worker;

/**
 * The payload: the next movement of an account.
 *
 * @param account the ordering key
 * @param number its place among the account's committed movements, from 1
 * @param token unique for each attempt to publish, also for those that are rolled back
 * @param nature what its handler makes of it
 */
record Movement(String account, long number, long token, Nature nature) {

  /** What a handler makes of a movement. */
  enum Nature {
    /** It is handled at the first attempt. */
    FINE,

    /** It fails some times, then is handled. */
    FLAKY,

    /** It is parked, and fails until it is mended. */
    BROKEN
  }
}
