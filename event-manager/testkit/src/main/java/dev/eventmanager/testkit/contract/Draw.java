package dev.eventmanager.testkit.contract;

/** A game ends without a winner; published in version 1 as well, which gave no reason. */
record Draw(String game, String reason) {

  V1 toV1() {
    return new V1(game);
  }

  record V1(String game) {
    Draw toDraw() {
      return new Draw(game, "unknown");
    }
  }
}
