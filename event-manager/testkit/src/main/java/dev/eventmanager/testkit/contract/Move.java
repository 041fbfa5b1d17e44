package dev.eventmanager.testkit.contract;

/**
 * A move in a game of chess: the games are the ordering keys, the numbers tell the order.
 *
 * @param number counts from 0
 * @param by who moved; not known of version 1
 */
record Move(String game, int number, String by) {

  Move(String game, int number) {
    this(game, number, "white");
  }

  /** The first version of a move did not say who made it. */
  record V1(String game, int number) {
    Move toMove() {
      return new Move(game, number, "unknown");
    }
  }
}
